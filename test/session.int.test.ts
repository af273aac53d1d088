import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import type { RenewedLogin, SessionKind } from '../src/ports/web-session-store.ts';
import { createWebSessionStore } from '../src/store/index.ts';
import { type Answer, ask, readAnswer } from './support/ask.ts';
import { type LoggedIn, openPages, type Pages } from './support/open-pages.ts';
import { findInDatabase, findInText } from './support/search-database.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const SITI = { orang: 'siti', cara: 'substantial', aksi: 'masuk' };
const MAYOR = { orang: 'walikota', cara: 'high', aksi: 'masuk' };
const ME = '{ me { name } }';
const MINUTE_MS = 60_000;

let hub: TestHub;
let pages: Pages;

beforeAll(async () => {
  hub = await startTestHub();
  pages = openPages(hub);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await hub.stop();
});

const askBy = (headers: Record<string, string>, query = ME): Promise<Answer> => ask(hub.url, query, { headers });
/** As the civil registry writes names. */
const atDukcapil = (alias: 'siti' | 'demo') => findPerson(alias).name.toUpperCase();
const codeOf = ({ errors }: Answer) => errors[0]?.extensions.code;

async function logOut(kind: SessionKind, headers: Record<string, string>) {
  const response = await fetch(`${hub.url}/session/${kind}/keluar`, { method: 'POST', headers });
  return { response, to: ((await response.clone().json()) as { to: string }).to };
}

describe('a log-in', () => {
  it('of a citizen lets the pages ask as he', async () => {
    const { described, headers } = await pages.logIn('warga', SITI);
    expect(described).toMatchObject({ loggedIn: true, roles: [], opd: null, acr: 'substantial' });
    expect(described.name).toBe(findPerson('siti').name);
    expect(described.idleSeconds).toBeGreaterThan(29 * 60);
    expect(JSON.stringify(described)).not.toContain(findPerson('siti').nik);
    const [again, other] = [await pages.logIn('warga', SITI), await pages.logIn('warga', { ...SITI, orang: 'demo' })];
    expect(again.described.who).toBe(described.who);
    expect(other.described.who).not.toBe(described.who);
    const answer = await askBy(headers);
    expect(answer.errors).toEqual([]);
    expect(answer.data.me.name).toBe(atDukcapil('siti'));
  });

  it('of somebody in office says what he is, and he asks for a purpose', async () => {
    const { described, headers } = await pages.logIn('kantor', MAYOR);
    expect(described).toMatchObject({ loggedIn: true, name: 'Wali Kota', roles: ['mayor'], opd: null, acr: 'high' });
    const query = '{ city { opds { name overdueApplications } } }';
    expect(codeOf(await askBy(headers, query))).toBe('PURPOSE_MISSING');
    const answer = await askBy({ ...headers, 'hub-purpose': 'pengawasan-kota' }, query);
    expect(answer.errors).toEqual([]);
    const officer = await pages.logIn('kantor', { ...MAYOR, orang: 'petugas-dpmptsp' });
    expect(officer.described).toMatchObject({ roles: ['officer'], opd: 'dpmptsp' });
  });

  it('of one kind leaves the other as it is, in the same browser', async () => {
    const { browser, value } = await pages.logIn('warga', SITI);
    expect(await pages.describe(browser, 'kantor')).toEqual({ loggedIn: false });
    const { headers } = await pages.logIn('kantor', MAYOR);
    const cookie = `${headers.cookie}; hub_warga=${value}`;
    const both = await fetch(`${hub.url}/session/warga`, { headers: { cookie } });
    expect(await both.json()).toMatchObject({ loggedIn: true });
  });

  it('again ends the session that the browser had, under a new cookie', async () => {
    const first = await pages.logIn('warga', SITI);
    const second = await pages.logIn('warga', SITI, first.browser);
    expect(second.value).not.toBe(first.value);
    expect(codeOf(await askBy(first.headers))).toBe('SESSION_EXPIRED');
    expect((await askBy(second.headers)).errors).toEqual([]);
  });

  it('may be wanted surer, and then asks again', async () => {
    const { browser, described } = await pages.logIn('warga', { ...SITI, cara: 'low' });
    expect(described.acr).toBe('low');
    const page = await browser.open(pages.beginAt('warga', '/warga/tpp', 'substantial'));
    expect(page.text).toContain('Aplikasi ini meminta');
    expect((await browser.send(page, SITI)).url.pathname).toBe('/warga/tpp');
    expect((await pages.describe(browser, 'warga')).acr).toBe('substantial');
  });

  it('goes on in two tabs, each to its own page', async () => {
    const browser = pages.browse();
    const tabs = [];
    for (const tab of ['satu', 'dua']) tabs.push(await browser.open(pages.beginAt('warga', `/warga/${tab}`)));
    for (const [index, name] of [
      [1, 'dua'],
      [0, 'satu'],
    ] as const) {
      const page = tabs[index];
      if (page) expect((await browser.send(page, SITI)).url.pathname).toBe(`/warga/${name}`);
    }
    expect((await pages.describe(browser, 'warga')).loggedIn).toBe(true);
  });

  it('that is cancelled leads back, and changes nothing', async () => {
    const nobody = pages.browse();
    const page = await nobody.open(pages.beginAt('warga', '/warga/izin'));
    expect((await nobody.send(page, { aksi: 'batal' })).url.href).toBe(`${hub.url}/warga/izin`);
    expect(await pages.describe(nobody, 'warga')).toEqual({ loggedIn: false });
    const { browser, headers } = await pages.logIn('warga', { ...SITI, cara: 'low' });
    const surer = await browser.open(pages.beginAt('warga', '/warga/tpp', 'high'));
    await browser.send(surer, { aksi: 'batal' });
    expect((await askBy(headers)).errors).toEqual([]);
  });
});

describe('a request is refused', () => {
  let session: LoggedIn;
  beforeAll(async () => {
    session = await pages.logIn('warga', SITI);
  });
  const without = (name: string) =>
    Object.fromEntries(Object.entries(session.headers).filter(([header]) => header !== name));

  it('with the cookie alone: it is nobody’s', async () => {
    const { cookie = '' } = session.headers;
    for (const headers of [{ cookie }, { cookie, 'hub-csrf': session.described.csrf }])
      expect(codeOf(await askBy(headers))).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['without the token of the page', () => without('hub-csrf'), 'CSRF_REFUSED'],
    ['with a wrong one', () => ({ ...session.headers, 'hub-csrf': 'A'.repeat(43) }), 'CSRF_REFUSED'],
    ['from another site', () => ({ ...session.headers, 'sec-fetch-site': 'cross-site' }), 'CSRF_REFUSED'],
    ['from another host of the site', () => ({ ...session.headers, 'sec-fetch-site': 'same-site' }), 'CSRF_REFUSED'],
    ['without the cookie', () => without('cookie'), 'SESSION_EXPIRED'],
    ['as the other kind', () => ({ ...session.headers, 'hub-session': 'kantor' }), 'SESSION_EXPIRED'],
    [
      'as the other kind by a renamed cookie',
      () => ({ ...session.headers, 'hub-session': 'kantor', cookie: `hub_kantor=${session.value}` }),
      'SESSION_EXPIRED',
    ],
  ])('%s', async (_case, headersOf, code) => {
    const answer = await askBy(headersOf());
    expect([answer.status, codeOf(answer), answer.data]).toEqual([401, code, undefined]);
    expect(answer.errors[0]?.extensions.pesan).toMatch(/masuk kembali|Muat ulang/);
    expect(answer.errors[0]?.extensions.fix).toBeTruthy();
  });

  it('that names a kind which there is not', async () => {
    const answer = await askBy({ ...session.headers, 'hub-session': 'admin' });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('never for a session, where it brings a token', async () => {
    const authorization = `Bearer ${await hub.tokenOf('demo')}`;
    const answer = await askBy({ ...session.headers, 'hub-csrf': 'x', authorization });
    expect(answer.data.me.name).toBe(atDukcapil('demo'));
  });

  it('by GET, where addresses end in logs', async () => {
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(ME)}`, {
      headers: { ...session.headers, 'apollo-require-preflight': '1' },
    });
    expect(codeOf(await readAnswer(response))).toBe('UNAUTHENTICATED');
  });

  it('of pages of other origins: no preflight lets these headers through', async () => {
    const origin = 'http://127.0.0.1:9999';
    const preflight = await fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'hub-session, hub-csrf',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/hub-session|hub-csrf/);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const site = { cookie: session.headers.cookie, origin, 'sec-fetch-site': 'cross-site' };
    expect(await (await fetch(`${hub.url}/session/warga`, { headers: site })).json()).toEqual({ loggedIn: false });
  });
});

describe('a session', () => {
  it('serves streams, files and tables as a token does', async () => {
    const { headers } = await pages.logIn('warga', SITI);
    const post = (path: string, type: string, body: string, more = {}) =>
      fetch(hub.url + path, { method: 'POST', headers: { ...headers, 'content-type': type, ...more }, body });
    const events = await post('/graphql', 'application/json', JSON.stringify({ query: ME }), {
      accept: 'text/event-stream',
    });
    expect(await events.text()).toContain(atDukcapil('siti'));
    expect(codeOf(await readAnswer(await post('/attachments', 'image/png', 'x')))).toBe('ATTACHMENT_REFUSED');
    const office = await pages.logIn('kantor', MAYOR);
    const table = await fetch(`${hub.url}/export/city-status.csv`, {
      headers: { ...office.headers, 'hub-purpose': 'pengawasan-kota' },
    });
    expect([table.status, table.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const wrong = await fetch(`${hub.url}/export/city-status.csv`, {
      headers: { ...office.headers, 'hub-csrf': 'x', 'hub-purpose': 'pengawasan-kota' },
    });
    expect(wrong.status).toBe(401);
  });

  it('ends with a log-out, which leads to the issuer and back to where the pages begin', async () => {
    const { browser, headers } = await pages.logIn('warga', SITI);
    const { response, to } = await logOut('warga', headers);
    expect(response.headers.get('set-cookie')).toMatch(/^hub_warga=; .*Max-Age=0/);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
    expect(to.startsWith(`${hub.demo.issuer.url}/session/end?`)).toBe(true);
    const page = await browser.open(to);
    expect(page.text).toContain('Keluar?');
    expect((await browser.send(page, { logout: 'yes' })).url.href).toBe(`${hub.url}/warga`);
    expect((await browser.open(pages.beginAt('warga', '/warga'))).text).toContain('Siapa Anda?');
  });

  it('is not ended by another site, and one that has ended here is ended at the issuer all the same', async () => {
    const { headers } = await pages.logIn('kantor', MAYOR);
    const wrong = await logOut('kantor', { ...headers, 'hub-csrf': 'x' });
    expect(wrong.response.status).toBe(401);
    expect(codeOf(await askBy({ ...headers, 'hub-purpose': 'pengawasan-kota' }, '{ opds { code } }'))).toBeUndefined();
    await logOut('kantor', headers);
    expect((await logOut('kantor', headers)).to).toContain('/session/end?');
    expect((await logOut('kantor', {})).to).toBe('/');
  });

  it('whose key is gone is over, and not a fault that keeps its browser out', async () => {
    const { value } = await pages.logIn('warga', SITI);
    const other = { ...hub.keys, data: [{ id: 'later', key: randomBytes(32) }] };
    const store = createWebSessionStore(hub.database, other);
    expect(await store.find(value)).toBeUndefined();
    expect(await store.renew(value, async () => undefined)).toBeUndefined();
  });

  it('ends half an hour after its last use', async () => {
    const { browser, headers } = await pages.logIn('warga', SITI);
    const beganMs = Date.now();
    const at = (minutes: number) => vi.setSystemTime(beganMs + minutes * MINUTE_MS);
    vi.useFakeTimers({ toFake: ['Date'], now: beganMs });
    at(25);
    expect((await askBy(headers)).errors).toEqual([]);
    at(50);
    expect((await pages.describe(browser, 'warga')).idleSeconds).toBe(5 * 60);
    at(56);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
    expect(await pages.describe(browser, 'warga')).toEqual({ loggedIn: false });
    expect(await hub.stores.webSessions.store.sweep()).toBeGreaterThan(0);
    expect(await hub.stores.webSessions.store.sweep()).toBe(0);
  });

  it('renews its token, once for many requests, until it ends after twelve hours', async () => {
    const { headers, value } = await pages.logIn('warga', SITI);
    const { store } = hub.stores.webSessions;
    const tokenNow = async () => (await store.find(value))?.tokens.accessToken;
    const first = await tokenNow();
    const beganMs = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: beganMs });
    const at = (minutes: number) => vi.setSystemTime(beganMs + minutes * MINUTE_MS);
    for (const minutes of [20, 40]) {
      at(minutes);
      expect((await askBy(headers)).errors).toEqual([]);
    }
    expect(await tokenNow()).toBe(first);
    at(59.5);
    const answers = await Promise.all(Array.from({ length: 8 }, () => askBy(headers)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await tokenNow()).not.toBe(first);
    for (let minutes = 80; minutes < 720; minutes += 20) {
      at(minutes);
      expect((await askBy(headers)).errors).toEqual([]);
    }
    at(720);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
  });

  it('is renewed by one of two hubs, and the other takes what that one was given', async () => {
    const { value } = await pages.logIn('warga', SITI);
    const stores = [1, 2].map(() => createWebSessionStore(hub.database, hub.keys));
    let renewals = 0;
    const renew = async ({ tokens, holder }: RenewedLogin) => {
      if (tokens.accessToken === 'new') return undefined;
      renewals++;
      return { tokens: { ...tokens, accessToken: 'new' }, holder };
    };
    const found = await Promise.all(stores.map((store) => store.renew(value, renew)));
    expect(found.map((session) => session?.tokens.accessToken)).toEqual(['new', 'new']);
    expect(renewals).toBe(1);
  });

  it('ends with its token when the issuer has taken the grant back', async () => {
    const { browser, headers } = await pages.logIn('warga', SITI);
    await browser.send(await browser.open(`${hub.demo.issuer.url}/session/end`), { logout: 'yes' });
    const beganMs = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: beganMs });
    for (const minutes of [20, 40]) {
      vi.setSystemTime(beganMs + minutes * MINUTE_MS);
      expect((await askBy(headers)).errors).toEqual([]);
    }
    vi.setSystemTime(beganMs + 59.5 * MINUTE_MS);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
  });
});

describe('nothing of it lies in the clear', () => {
  const needles = () => new Map([...pages.secrets, ['nik', findPerson('siti').nik]]);

  it('not in the database', async () => {
    await pages.logIn('warga', SITI);
    expect(pages.secrets.size).toBeGreaterThan(30);
    expect(await findInDatabase(hub.database.pool, needles())).toEqual([]);
  });

  it('not in the log', () => {
    expect(hub.logged.length).toBeGreaterThan(0);
    expect(hub.logged.flatMap((line) => findInText(line, line, needles()))).toEqual([]);
  });

  it('not in an address that a browser has been led to, but for the log-out’s hint', () => {
    const urls = pages.browsers.flatMap((browser) => browser.urls).filter((url) => !url.includes('/session/end?'));
    expect(urls.length).toBeGreaterThan(50);
    expect(urls.flatMap((url) => findInText(url, url, needles()))).toEqual([]);
  });
});
