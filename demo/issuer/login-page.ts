import { ASSURANCES, type Assurance, reaches } from './assurance.ts';
import { type Html, html } from './html.ts';
import { framePage } from './page-frame.ts';
import type { DemoPerson } from './people.ts';
import type { Realm } from './realm.ts';

/** What the log-in page shows. */
export interface LoginPage {
  readonly realm: Realm;
  /** Where the form goes: the page's own path. */
  readonly action: string;
  readonly appName: string;
  /** Where the browser goes afterwards, as people read it. */
  readonly appHost: string;
  /** Who can be picked. */
  readonly people: readonly DemoPerson[];
  readonly chosen: { readonly alias?: string | undefined; readonly acr: Assurance };
  /** The least that the app puts up with. */
  readonly minimum: Assurance;
  readonly problem?: string;
}

const WAYS: Readonly<Record<Assurance, { readonly name: string; readonly means: string }>> = {
  low: { name: 'Kata sandi', means: 'tingkat rendah' },
  substantial: { name: 'Kata sandi + kode', means: 'tingkat cukup' },
  high: { name: 'Wajah (IKD)', means: 'tingkat tinggi' },
};

const OFFICES: readonly [title: string, role: string][] = [
  ['Kantor wali kota', 'mayor'],
  ['Pengawas dan pengelola', 'auditor operator'],
  ['Petugas OPD', 'officer'],
  ['Bendahara OPD', 'treasurer'],
];

/** Writes the log-in page: who, and by which way; it works without a script, and sends everything by POST. */
export function writeLoginPage(page: LoginPage): string {
  const main = html`
      <h1>Masuk ke ${page.appName}</h1>
      <p class="soft">Setelah masuk, Anda kembali ke <b>${page.appHost}</b>.</p>
      ${page.problem === undefined ? [] : html`<p class="problem" role="alert" id="masalah">${page.problem}</p>`}
      <form method="post" action="${page.action}" autocomplete="off">
        ${page.realm === 'citizens' ? writeCitizens(page) : writeOffices(page)}
        <fieldset>
          <legend>Cara masuk</legend>
          ${ASSURANCES.map((level) => writeWay(level, page))}
          ${page.minimum === 'low' ? [] : html`<p class="soft note">Aplikasi ini meminta paling sedikit “${WAYS[page.minimum].name}”.</p>`}
        </fieldset>
        <p class="buttons">
          <button class="main" type="submit" name="aksi" value="masuk">Masuk</button>
          <button type="submit" name="aksi" value="batal" formnovalidate>Batal</button>
        </p>
      </form>`;
  return framePage(page.realm, 'Masuk', main);
}

function writeCitizens({ people, chosen, problem }: LoginPage): Html {
  return html`<fieldset>
          <legend>Siapa Anda?</legend>
          <div class="people">${people.map((person) => writePerson(person, chosen.alias))}</div>
          <p class="or">
            <label for="nik">Atau ketik NIK warga rekaan lain</label>
            <input id="nik" name="nik" type="text" inputmode="numeric" maxlength="16" pattern="[0-9]{16}" title="16 angka" placeholder="16 angka"${problem === undefined ? [] : html` aria-describedby="masalah"`}>
          </p>
        </fieldset>`;
}

function writeOffices({ people, chosen }: LoginPage): Html {
  return html`<fieldset>
          <legend>Siapa Anda?</legend>
          ${OFFICES.map(([title, roles]) => {
            const here = people.filter((person) => person.roles?.some((role) => roles.includes(role)));
            return here.length === 0
              ? html``
              : html`<h2>${title}</h2><div class="people">${here.map((person) => writePerson(person, chosen.alias))}</div>`;
          })}
        </fieldset>`;
}

function writePerson({ alias = '', name, opd = alias }: DemoPerson, chosen: string | undefined): Html {
  return html`<label class="choice"><input type="radio" name="orang" value="${alias}"${alias === chosen ? ' checked' : ''}><span>${name} <small>${opd}</small></span></label>
          `;
}

function writeWay(level: Assurance, { chosen, minimum }: LoginPage): Html {
  const state = reaches(level, minimum) ? (level === chosen.acr ? ' checked' : '') : ' disabled';
  return html`<label class="choice"><input type="radio" name="cara" value="${level}"${state}><span>${WAYS[level].name} <small>${WAYS[level].means}</small></span></label>
          `;
}
