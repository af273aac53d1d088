import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import {
  askAtDesk,
  callsMade,
  codesOf,
  createMovableClock,
  type DeskOptions,
  openCase,
} from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const clock = createMovableClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ clock });
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

const SITI = findPerson('siti').nik;
const DEMO = findPerson('demo').nik;
const NOBODYS_CASE = '00000000-0000-4000-8000-000000000000';
const RECORDS = `query ($nik: NIK!) {
  citizen(nik: $nik) { nik permits { id } name taxBills { year } complaints { id } }
}`;
const records = (who: string, options: DeskOptions = {}, nik = SITI) =>
  askAtDesk(hub, who, RECORDS, { ...options, variables: { nik } });
const setCase = (id: string, column: 'until' | 'closed_at', agoMs: number) =>
  hub.database.pool.query(`update cases set ${column} = $2 where id = $1`, [id, new Date(clock.now() - agoMs)]);

const LOG = '{ me { accessLog(first: 100) { entries { who whoOpd { code } opd { code } fields case shown } } } }';
async function logOf(citizen: string, caseId: string) {
  const { entries } = (await hub.ask(LOG, { citizen })).data.me.accessLog;
  return (entries as { case: string | null; fields: string[] }[]).filter((entry) => entry.case === caseId);
}

describe('an officer without a case', () => {
  it('sees nothing of a citizen, and no system is asked', async () => {
    const answer = await records('petugas-dpmptsp');
    expect([answer.data, codesOf(answer)]).toEqual([{ citizen: null }, [['citizen', 'FORBIDDEN']]]);
    expect(callsMade(hub)).toBe(0);
  });
});

describe('a case', () => {
  let id: string;
  beforeAll(async () => {
    id = await openCase(hub, 'petugas-dpmptsp', SITI);
  });

  it('shows its officer the records of his own OPD alone, and no other OPD is asked', async () => {
    const answer = await records('petugas-dpmptsp', { caseId: id });
    expect(answer.data.citizen).toMatchObject({ nik: SITI, name: null, taxBills: null, complaints: null });
    expect(answer.data.citizen.permits).toHaveLength(1);
    expect(codesOf(answer).sort()).toEqual([
      ['citizen.complaints', 'FORBIDDEN'],
      ['citizen.name', 'FORBIDDEN'],
      ['citizen.taxBills', 'FORBIDDEN'],
    ]);
    const { disdukcapil, bpprd, sikesal } = hub.demo.city.systems;
    expect([disdukcapil, bpprd, sikesal].map(({ control }) => control.calls.total)).toEqual([0, 0, 0]);
  });

  it('shows nothing of anybody else', async () => {
    const answer = await records('petugas-dpmptsp', { caseId: id }, DEMO);
    expect([answer.data, codesOf(answer)]).toEqual([{ citizen: null }, [['citizen', 'FORBIDDEN']]]);
    expect(callsMade(hub)).toBe(0);
  });

  it('leaves the citizen’s own affairs with the hub to him', async () => {
    const query = 'query ($nik: NIK!) { citizen(nik: $nik) { accessLog { next } consents { id } myData { json } } }';
    const answer = await askAtDesk(hub, 'petugas-dpmptsp', query, { caseId: id, variables: { nik: SITI } });
    expect(answer.data.citizen).toEqual({ accessLog: null, consents: null, myData: null });
    expect(codesOf(answer).map(([, code]) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it.each(['kepala-dpmptsp', 'petugas-rsud', 'walikota', 'auditor', 'operator'])(
    'of another is to %s as one that does not exist',
    async (who) => {
      const [known, unknown] = await Promise.all([
        records(who, { caseId: id }),
        records(who, { caseId: NOBODYS_CASE }),
      ]);
      expect(known.text).toBe(unknown.text);
      expect([known.status, codesOf(known)]).toEqual([unknown.status, [[undefined, 'FORBIDDEN']]]);
      expect(callsMade(hub)).toBe(0);
    },
  );

  it('that could not be written down is never usable', async () => {
    await hub.database.pool.query('alter table access_log rename to away');
    try {
      const query = 'mutation ($nik: NIK!) { openCase(nik: $nik, reference: "DPMPTSP/9") { id } }';
      const refused = await askAtDesk(hub, 'petugas-dpmptsp', query, { variables: { nik: SITI } });
      expect(codesOf(refused)).toEqual([['openCase', 'AUDIT_UNAVAILABLE']]);
    } finally {
      await hub.database.pool.query('alter table away rename to access_log');
    }
    const { myCases } = (await askAtDesk(hub, 'petugas-dpmptsp', '{ myCases { id reference state } }')).data;
    const left = myCases.find(({ reference }: { reference: string }) => reference === 'DPMPTSP/9');
    expect(left.state).toBe('CLOSED');
    expect(codesOf(await records('petugas-dpmptsp', { caseId: left.id }))).toEqual([[undefined, 'FORBIDDEN']]);
  });

  it('of another leaves a trace in that citizen’s log when somebody comes with it', async () => {
    await records('petugas-rsud', { caseId: id });
    const { entries } = (await hub.ask(LOG, { citizen: 'siti' })).data.me.accessLog;
    const opd = { code: 'dpmptsp' };
    const tried = { who: 'OFFICER', whoOpd: { code: 'rsud' }, opd, fields: ['Case'], case: null, shown: false };
    expect(entries).toContainEqual(tried);
  });

  it('is no citizen’s, the one it is on included', async () => {
    const ask = (citizen: string, caseId: string) =>
      hub.ask(RECORDS, { citizen, variables: { nik: SITI }, headers: { 'hub-case': caseId } });
    const answers = [await ask('siti', id), await ask('demo', id), await ask('demo', NOBODYS_CASE)];
    expect(new Set(answers.map(({ text, status }) => `${status} ${text}`)).size).toBe(1);
    expect(codesOf(answers[0] as (typeof answers)[0])).toEqual([[undefined, 'FORBIDDEN']]);
  });

  it('needs a sure log-in, to be opened and to be used', async () => {
    const query = 'query ($nik: NIK!) { citizen(nik: $nik) { permits { id } } }';
    const used = await askAtDesk(hub, 'petugas-dpmptsp', query, { caseId: id, acr: 'low', variables: { nik: SITI } });
    expect(codesOf(used)).toEqual([['citizen', 'ASSURANCE_TOO_LOW']]);
    expect(used.text).not.toContain(SITI);
    const opened = await askAtDesk(hub, 'petugas-dpmptsp', OPEN_CASE, { acr: 'low', variables: opening({}) });
    expect(codesOf(opened)).toEqual([['openCase', 'ASSURANCE_TOO_LOW']]);
    expect(callsMade(hub)).toBe(0);
  });

  const refusedIds: [string, (id: string) => Promise<unknown>][] = [
    ['closed', (one) => askAtDesk(hub, 'petugas-dpmptsp', `mutation { closeCase(id: "${one}") { state } }`)],
    ['past its time', (one) => setCase(one, 'until', 0)],
    [
      'of an OPD that he has left',
      (one) => hub.database.pool.query(`update cases set opd = 'rsud' where id = $1`, [one]),
    ],
  ];
  it.each(refusedIds)('that is %s is as one that does not exist', async (_name, end) => {
    const own = await openCase(hub, 'petugas-dpmptsp', SITI);
    expect((await records('petugas-dpmptsp', { caseId: own })).data.citizen.permits).toHaveLength(1);
    await end(own);
    hub.demo.city.systems.dpmptsp.control.reset();
    const [known, unknown] = [
      await records('petugas-dpmptsp', { caseId: own }),
      await records('petugas-dpmptsp', { caseId: NOBODYS_CASE }),
    ];
    expect(known.text).toBe(unknown.text);
    expect(callsMade(hub)).toBe(0);
  });

  it.each(['x', '', `${NOBODYS_CASE}, ${NOBODYS_CASE}`, "' or true --"])('of the id %j is none', async (caseId) => {
    const answer = await records('petugas-dpmptsp', { caseId });
    expect([answer.data, answer.errors[0]?.extensions.code]).toEqual([undefined, 'FORBIDDEN']);
  });
});

const OPEN_CASE = 'mutation ($nik: NIK!, $reference: String!) { openCase(nik: $nik, reference: $reference) { id } }';
const opening = (more: Record<string, string>) => ({ nik: SITI, reference: 'DPMPTSP/2026/12', ...more });

describe('opening a case', () => {
  it.each([
    ['a NIK', SITI],
    ['a NIK in groups', '157199 520486 0001'],
    ['a NIK with much between its digits', '1571--99 . 520486 _ 0001'],
    ['nothing', '  '],
    ['a book', 'x'.repeat(101)],
  ])('with %s as its reference is refused, and the answer does not repeat it', async (_name, reference) => {
    const answer = await askAtDesk(hub, 'petugas-dpmptsp', OPEN_CASE, { variables: opening({ reference }) });
    expect(codesOf(answer)).toEqual([['openCase', 'BAD_USER_INPUT']]);
    expect(answer.text).not.toContain(SITI);
  });

  it('needs a purpose of the application', async () => {
    for (const purpose of ['', 'iklan']) {
      const answer = await askAtDesk(hub, 'petugas-dpmptsp', OPEN_CASE, { purpose, variables: opening({}) });
      expect([answer.status, codesOf(answer)]).toEqual([400, [[undefined, 'PURPOSE_MISSING']]]);
    }
  });

  it.each(['walikota', 'auditor', 'operator'])('is not for %s', async (who) => {
    const answer = await askAtDesk(hub, who, OPEN_CASE, { variables: opening({}) });
    expect(codesOf(answer)).toEqual([['openCase', 'FORBIDDEN']]);
  });

  it('is not for citizens', async () => {
    const answer = await hub.ask(OPEN_CASE, { citizen: 'demo', variables: opening({}) });
    expect(codesOf(answer)).toEqual([['openCase', 'FORBIDDEN']]);
  });

  it('shows in the citizen’s log, before anything is seen', async () => {
    const id = await openCase(hub, 'petugas-dpmptsp', SITI);
    expect(await logOf('siti', id)).toEqual([
      {
        who: 'OFFICER',
        whoOpd: { code: 'dpmptsp' },
        opd: { code: 'dpmptsp' },
        fields: ['Case'],
        case: id,
        shown: true,
      },
    ]);
  });
});

describe('breaking the glass', () => {
  const REQUEST = `mutation ($nik: NIK!, $reason: PersonalText!) {
    requestBreakGlass(nik: $nik, reference: "SETDA/7", reason: $reason, basis: VITAL_INTEREST) { id state }
  }`;
  const REASON = 'Warga hilang sejak kemarin dan dicari keluarganya.';
  const APPROVE = 'mutation ($id: ID!) { approveBreakGlass(id: $id) { state until } }';
  const request = async (who = 'walikota') =>
    (await askAtDesk(hub, who, REQUEST, { variables: { nik: SITI, reason: REASON } })).data.requestBreakGlass
      .id as string;
  const approve = (who: string, id: string) => askAtDesk(hub, who, APPROVE, { variables: { id } });

  it('shows nothing before a second person approves it, then every OPD’s records for thirty minutes', async () => {
    const id = await request();
    const before = await records('walikota', { caseId: id });
    expect(codesOf(before)).toEqual([[undefined, 'FORBIDDEN']]);
    expect(callsMade(hub)).toBe(0);
    expect((await approve('sekda', id)).data.approveBreakGlass.state).toBe('OPEN');

    const open = await records('walikota', { caseId: id });
    expect(open.errors).toEqual([]);
    expect(open.data.citizen).toMatchObject({ nik: SITI, name: expect.any(String) });
    for (const list of ['permits', 'taxBills', 'complaints']) expect(open.data.citizen[list].length).toBeGreaterThan(0);
    expect(codesOf(await records('walikota', { caseId: id }, DEMO))).toEqual([['citizen', 'FORBIDDEN']]);
    expect(codesOf(await records('sekda', { caseId: id }))).toEqual([[undefined, 'FORBIDDEN']]);

    clock.advance(29 * 60_000);
    expect((await records('walikota', { caseId: id })).errors).toEqual([]);
    clock.advance(60_000);
    expect(codesOf(await records('walikota', { caseId: id }))).toEqual([[undefined, 'FORBIDDEN']]);
  });

  it('is approved by nobody but a second person of the mayor’s office or an auditor, once', async () => {
    const id = await request();
    for (const who of ['walikota', 'petugas-dpmptsp', 'operator'])
      expect(codesOf(await approve(who, id))).toEqual([['approveBreakGlass', 'FORBIDDEN']]);
    expect((await approve('auditor', id)).data.approveBreakGlass.state).toBe('OPEN');
    expect(codesOf(await approve('sekda', id))).toEqual([['approveBreakGlass', 'FORBIDDEN']]);
  });

  it('is told with its reason to whoever may approve it, and to nobody else; the citizen sees that it was read', async () => {
    const id = await request();
    const LIST = '{ breakGlassToApprove { case { id state } reason } }';
    const listOf = async (who: string) => (await askAtDesk(hub, who, LIST)).data?.breakGlassToApprove ?? [];
    const waiting = { case: { id, state: 'WAITING_FOR_APPROVAL' }, reason: REASON };
    expect(await listOf('sekda')).toContainEqual(waiting);
    expect(await listOf('walikota')).not.toContainEqual(waiting);
    expect(codesOf(await askAtDesk(hub, 'petugas-rsud', LIST))).toEqual([['breakGlassToApprove', 'FORBIDDEN']]);
    expect((await logOf('siti', id)).flatMap(({ fields }) => fields)).toContain('BreakGlass.reason');
    await approve('auditor', id);
    expect(await listOf('sekda')).not.toContainEqual(waiting);
  });

  it('is ended by whoever approved it, too', async () => {
    const id = await request();
    await approve('sekda', id);
    const close = `mutation { closeCase(id: "${id}") { state } }`;
    expect(codesOf(await askAtDesk(hub, 'auditor', close))).toEqual([['closeCase', 'FORBIDDEN']]);
    expect((await askAtDesk(hub, 'sekda', close)).data.closeCase.state).toBe('CLOSED');
    expect(codesOf(await records('walikota', { caseId: id }))).toEqual([[undefined, 'FORBIDDEN']]);
  });

  it('is over when nobody approves it within a day', async () => {
    const id = await request();
    await setCase(id, 'until', 0);
    expect(codesOf(await approve('sekda', id))).toEqual([['approveBreakGlass', 'FORBIDDEN']]);
  });

  it('ends at once when it is closed', async () => {
    const id = await request();
    await approve('sekda', id);
    expect((await records('walikota', { caseId: id })).errors).toEqual([]);
    const closed = await askAtDesk(hub, 'walikota', `mutation { closeCase(id: "${id}") { state } }`);
    expect(closed.data.closeCase.state).toBe('CLOSED');
    expect(codesOf(await records('walikota', { caseId: id }))).toEqual([[undefined, 'FORBIDDEN']]);
  });

  it('shows in that citizen’s log: that it was asked for, approved, and what was seen', async () => {
    const id = await request();
    await approve('sekda', id);
    await records('walikota', { caseId: id });
    const fields = (await logOf('siti', id)).flatMap((entry) => entry.fields);
    expect(fields).toEqual(
      expect.arrayContaining(['BreakGlass.requested', 'BreakGlass.approved', 'Permit', 'TaxBill']),
    );
    expect(await logOf('demo', id)).toEqual([]);
  });

  it('needs a reason and a sure log-in', async () => {
    const ask = (reason: string, acr: string) =>
      askAtDesk(hub, 'walikota', REQUEST, { acr, variables: { nik: SITI, reason } });
    expect(codesOf(await ask('darurat', 'high'))).toEqual([['requestBreakGlass', 'BAD_USER_INPUT']]);
    expect(codesOf(await ask(REASON, 'low'))).toEqual([['requestBreakGlass', 'ASSURANCE_TOO_LOW']]);
    const id = await request();
    const low = await askAtDesk(hub, 'sekda', APPROVE, { acr: 'low', variables: { id } });
    expect(codesOf(low)).toEqual([['approveBreakGlass', 'ASSURANCE_TOO_LOW']]);
  });

  it('for an officer too shows all of one citizen', async () => {
    const id = await request('petugas-dpmptsp');
    await approve('auditor', id);
    expect((await records('petugas-dpmptsp', { caseId: id })).data.citizen.taxBills.length).toBeGreaterThan(0);
  });
});
