import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { askAtDesk, callsMade, codesOf, openCase } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const HOME = readFileSync(new URL('../schema/operations/home.graphql', import.meta.url), 'utf8');
const SITI = findPerson('siti').nik;
const PERMITS = 'query ($nik: NIK!) { citizen(nik: $nik) { permits { id } } }';

let hub: TestHub;
let remote: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
  remote = await startTestHub({ remote: ['disdukcapil', 'dpmptsp', 'bpprd'] });
});
beforeEach(async () => {
  for (const one of [hub, remote]) for (const { control } of Object.values(one.demo.city.systems)) control.reset();
});
afterAll(() => Promise.all([hub.stop(), remote.stop()]));

interface Entry {
  readonly on: string;
  readonly who: string;
  readonly opd: { readonly code: string } | null;
  readonly fields: readonly string[];
  readonly shown: boolean;
}
interface Page {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

const LOG = `query ($first: Int, $after: String) { me { accessLog(first: $first, after: $after) {
  entries { on who whoOpd { code } app opd { code } fields purpose basis shown case } next
} } }`;
const pageOf = async (citizen: string, variables: { first?: number; after?: string } = {}, of = hub) =>
  (await of.ask(LOG, { citizen, variables: { first: 100, ...variables } })).data.me.accessLog as Page;
/** What has come into a citizen's log while something was done, without its times. */
async function seenDuring(citizen: string, act: () => Promise<unknown>, of = hub) {
  const { length } = (await pageOf(citizen, {}, of)).entries;
  await act();
  const { entries } = await pageOf(citizen, {}, of);
  return entries.slice(0, entries.length - length).map(({ on: _, ...entry }) => entry);
}

const BY_HERSELF = { who: 'CITIZEN', whoOpd: null, app: 'Konsol demo', purpose: 'layanan-warga', case: null };
const SHOWN = { ...BY_HERSELF, basis: 'SELF', shown: true };
const OF_HOME = [
  { ...SHOWN, opd: { code: 'bpprd' }, fields: ['TaxBill'] },
  { ...SHOWN, opd: { code: 'diskominfo' }, fields: ['Complaint'] },
  { ...SHOWN, opd: { code: 'disdukcapil' }, fields: ['Address', 'Citizen.birthDate', 'Citizen.name'] },
  { ...SHOWN, opd: { code: 'dpmptsp' }, fields: ['Permit', 'PermitStep'] },
];
const byOpd = (entries: readonly Pick<Entry, 'opd'>[]) =>
  entries.toSorted((left, right) => ((left.opd?.code ?? '') < (right.opd?.code ?? '') ? -1 : 1));

describe('a citizen’s log', () => {
  it('tells what was seen of each agency when she looked herself', async () => {
    const seen = await seenDuring('siti', () => hub.ask(HOME, { citizen: 'siti' }));
    expect(byOpd(seen)).toEqual(byOpd(OF_HOME));
  });

  it('tells the OPD of an officer, his purpose and his case', async () => {
    let id = '';
    const seen = await seenDuring('siti', async () => {
      id = await openCase(hub, 'petugas-dpmptsp', SITI);
      await askAtDesk(hub, 'petugas-dpmptsp', PERMITS, { caseId: id, variables: { nik: SITI } });
    });
    const officer = {
      ...{ who: 'OFFICER', whoOpd: { code: 'dpmptsp' }, app: 'Meja Layanan OPD', opd: { code: 'dpmptsp' } },
      ...{ purpose: 'pelayanan-izin', basis: 'PUBLIC_TASK', case: id, shown: true },
    };
    expect(seen).toEqual([
      { ...officer, fields: ['Permit'] },
      { ...officer, fields: ['Case'] },
    ]);
  });

  it('tells of an attempt that was refused, and gives no reason of law for it', async () => {
    const seen = await seenDuring('siti', async () => {
      const variables = { nik: SITI };
      await hub.ask(PERMITS, { citizen: 'demo', variables });
      await askAtDesk(hub, 'petugas-rsud', PERMITS, { variables });
    });
    const refused = { opd: null, fields: ['Citizen'], shown: false, basis: null, case: null };
    expect(seen).toEqual([
      { ...refused, who: 'OFFICER', whoOpd: { code: 'rsud' }, app: 'Meja Layanan OPD', purpose: 'pelayanan-izin' },
      { ...BY_HERSELF, ...refused },
    ]);
    const { rows } = await hub.database.pool.query(
      'select actor_kind, basis from access_log order by seq desc limit 1',
    );
    expect(rows).toEqual([{ actor_kind: 'officer', basis: 'public-task' }]);
  });

  it('tells of records that a case is not for, beside those that it is for', async () => {
    const id = await openCase(hub, 'petugas-dpmptsp', SITI);
    const query = 'query ($nik: NIK!) { citizen(nik: $nik) { permits { id } taxBills { year } } }';
    const seen = await seenDuring('siti', () =>
      askAtDesk(hub, 'petugas-dpmptsp', query, { caseId: id, variables: { nik: SITI } }),
    );
    expect(seen.map(({ opd, fields, shown }) => [opd?.code, fields, shown]).sort()).toEqual([
      ['bpprd', ['TaxBill'], false],
      ['dpmptsp', ['Permit'], true],
    ]);
  });

  it('leaves out what she was shown herself when others are asked for, and keeps their attempts', async () => {
    const OTHERS = '{ me { accessLog(first: 3, byOthers: true) { entries { who shown } next } } }';
    const askOthers = async () => (await hub.ask(OTHERS, { citizen: 'ganda' })).data.me.accessLog as Page;
    await hub.ask(HOME, { citizen: 'ganda' });
    expect(await askOthers()).toEqual({ entries: [], next: null });
    const variables = { nik: findPerson('ganda').nik };
    await hub.ask(PERMITS, { citizen: 'demo', variables });
    await askAtDesk(hub, 'petugas-rsud', PERMITS, { variables });
    await hub.ask(HOME, { citizen: 'ganda' });
    const attempts = [
      { who: 'OFFICER', shown: false },
      { who: 'CITIZEN', shown: false },
    ];
    expect(await askOthers()).toEqual({ entries: attempts, next: null });
  });

  it('is not longer for having been read, nor for what shows nobody’s records', async () => {
    const seen = await seenDuring('siti', async () => {
      await pageOf('siti');
      await hub.ask('{ opds { code } me { consents { id } } }', { citizen: 'siti' });
    });
    expect(seen).toEqual([]);
  });

  it('comes in pages, each answer once, the newest first', async () => {
    const all = (await pageOf('siti')).entries;
    const paged: Entry[] = [];
    let after: string | undefined;
    do {
      const page = await pageOf('siti', { first: 2, ...(after && { after }) });
      paged.push(...page.entries);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(paged).toEqual(all);
    const times = all.map(({ on }) => Date.parse(on));
    expect(times).toEqual(times.toSorted((left, right) => right - left));
  });

  it.each([{ first: 0 }, { first: 101 }, { first: -1 }, { after: 'x' }, { after: '-1' }, { after: '1 or true' }])(
    'has no page of %j',
    async (variables) => {
      const answer = await hub.ask(LOG, { citizen: 'siti', variables });
      expect(codesOf(answer)).toEqual([['me.accessLog', 'BAD_USER_INPUT']]);
    },
  );

  it('names no officer', async () => {
    const { text } = await hub.ask(LOG, { citizen: 'siti', variables: { first: 100 } });
    for (const part of ['petugas', 'Petugas', hub.demo.staffIssuer.url]) expect(text).not.toContain(part);
  });

  it('is nobody else’s to read, of whatever office', async () => {
    const query = 'query ($nik: NIK!) { citizen(nik: $nik) { accessLog { entries { on } } } }';
    const variables = { nik: SITI };
    const answers = [await hub.ask(query, { citizen: 'demo', variables })];
    for (const who of ['petugas-dpmptsp', 'walikota', 'auditor', 'operator'])
      answers.push(await askAtDesk(hub, who, query, { variables }));
    for (const answer of answers) {
      expect(answer.data).toEqual({ citizen: null });
      expect(codesOf(answer)).toEqual([['citizen', 'FORBIDDEN']]);
    }
    const seen = await pageOf('demo');
    expect((await pageOf('demo', { after: '999999999' })).entries).toEqual(seen.entries);
  });
});

describe('what an OPD’s own server has shown', () => {
  it('is in the log as what the hub itself shows', async () => {
    const seen = await seenDuring('siti', () => remote.ask(HOME, { citizen: 'siti' }), remote);
    expect(byOpd(seen)).toEqual(byOpd(OF_HOME));
    const id = await openCase(remote, 'petugas-dpmptsp', SITI);
    const query = 'query ($nik: NIK!) { citizen(nik: $nik) { permits { id } taxBills { year } } }';
    const ask = (of: TestHub, caseId: string) => () =>
      askAtDesk(of, 'petugas-dpmptsp', query, { caseId, variables: { nik: SITI } });
    const here = await openCase(hub, 'petugas-dpmptsp', SITI);
    const withoutCase = (entries: readonly object[]) => entries.map((entry) => ({ ...entry, case: null }));
    expect(withoutCase(await seenDuring('siti', ask(remote, id), remote))).toEqual(
      withoutCase(await seenDuring('siti', ask(hub, here))),
    );
  });
});

describe('an answer with somebody’s records', () => {
  it('comes when it is written down already', async () => {
    const url = (hub.database.pool.options as { connectionString?: string }).connectionString;
    const other = new Client({ connectionString: url });
    await other.connect();
    const count = async () => (await other.query('select count(*)::int as count from access_log')).rows[0].count;
    for (let round = 0; round < 20; round++) {
      const before = await count();
      await hub.ask('{ me { name } }', { citizen: 'siti' });
      expect(await count()).toBe(before + 1);
    }
    await other.end();
  });

  it('is withheld while it cannot be written down; what is nobody’s still comes, and it heals', async () => {
    const id = await openCase(hub, 'petugas-dpmptsp', SITI);
    await hub.database.pool.query('alter table access_log rename to away');
    try {
      for (const query of ['{ me { name } }', '{ me { permits { id } } opds { code } }']) {
        const answer = await hub.ask(query, { citizen: 'siti' });
        expect([answer.status, answer.data, codesOf(answer)]).toEqual([200, null, [[undefined, 'AUDIT_UNAVAILABLE']]]);
        expect(answer.text).not.toMatch(/1571995|relation|select|insert/);
      }
      const officer = await askAtDesk(hub, 'petugas-dpmptsp', PERMITS, { caseId: id, variables: { nik: SITI } });
      expect([officer.data, codesOf(officer)]).toEqual([null, [[undefined, 'AUDIT_UNAVAILABLE']]]);
      expect((await hub.ask('{ opds { code } }', { citizen: 'siti' })).errors).toEqual([]);
      const events = await hub.ask('{ me { name } }', { citizen: 'siti', headers: { accept: 'text/event-stream' } });
      expect(events.text).toContain('AUDIT_UNAVAILABLE');
      expect(events.text).not.toContain(SITI);
    } finally {
      await hub.database.pool.query('alter table away rename to access_log');
    }
    expect((await hub.ask('{ me { name } }', { citizen: 'siti' })).data.me.name).not.toBeNull();
  });

  it('needs no case that could not be written down: what is opened then is closed', async () => {
    const open = `mutation ($nik: NIK!) { openCase(nik: $nik, reference: "DPMPTSP/1") { id } }`;
    const glass = `mutation ($nik: NIK!) { requestBreakGlass(nik: $nik, reference: "SETDA/1",
      reason: "Warga hilang dan dicari keluarganya.", basis: VITAL_INTEREST) { id } }`;
    await hub.database.pool.query('alter table access_log rename to away');
    try {
      for (const [who, query] of [
        ['petugas-dpmptsp', open],
        ['walikota', glass],
      ] as const)
        expect(codesOf(await askAtDesk(hub, who, query, { variables: { nik: SITI } }))[0]?.[1]).toBe(
          'AUDIT_UNAVAILABLE',
        );
    } finally {
      await hub.database.pool.query('alter table away rename to access_log');
    }
    for (const who of ['petugas-dpmptsp', 'walikota']) {
      const [newest] = (await askAtDesk(hub, who, '{ myCases { id state } }')).data.myCases;
      expect(newest.state).toBe('CLOSED');
      const answer = await askAtDesk(hub, who, PERMITS, { caseId: newest.id, variables: { nik: SITI } });
      expect(codesOf(answer)).toEqual([[undefined, 'FORBIDDEN']]);
    }
    expect(callsMade(hub)).toBe(0);
  });
});
