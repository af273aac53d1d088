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
beforeEach(async () => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
  await hub.database.pool.query('delete from data_requests');
});
afterAll(() => hub.stop());

const SITI = findPerson('siti').nik;
const DEMO = findPerson('demo').nik;
const WHAT = 'Tanggal izin saya salah, mohon diperbaiki.';
const ASK = `mutation ($kind: DataRequestKind!, $opd: ID!, $what: PersonalText!) {
  requestAboutData(kind: $kind, opd: $opd, what: $what) { id kind opd { code } what askedOn dueOn done answer overdue }
}`;
const OPEN = '{ openDataRequests { id kind opd { code } dueOn overdue } }';
const TAKE = 'mutation ($id: ID!) { takeDataRequest(id: $id) { id kind state purpose basis reference } }';
const ANSWER = `mutation ($id: ID!, $done: Boolean!, $answer: PersonalText!) {
  answerDataRequest(id: $id, done: $done, answer: $answer) { id done answeredOn overdue }
}`;
const OWN = '{ me { dataRequests { id opd { code } what done answer answeredOn overdue } } }';

const ask = async (more: object = {}, options: { citizen?: string; acr?: string } = {}) =>
  hub.ask(ASK, {
    token: await hub.tokenOf(options.citizen ?? 'siti', { acr: options.acr }),
    variables: { kind: 'CORRECTION', opd: 'dpmptsp', what: WHAT, ...more },
  });
const askFor = async (opd: string, citizen = 'siti') =>
  (await ask({ opd }, { citizen })).data.requestAboutData.id as string;
const waiting = async (who: string) =>
  ((await askAtDesk(hub, who, OPEN)).data.openDataRequests as { id: string }[]).map(({ id }) => id);
const take = (who: string, id: string, options: DeskOptions = {}) =>
  askAtDesk(hub, who, TAKE, { ...options, variables: { id } });
const answer = (who: string, id: string, more: object = {}, options: DeskOptions = {}) =>
  askAtDesk(hub, who, ANSWER, {
    ...options,
    variables: { id, done: true, answer: 'Sudah diperbaiki hari ini.', ...more },
  });

describe('a request about one’s data', () => {
  it('is to be answered within exactly 3 x 24 hours', async () => {
    const { opd, askedOn, dueOn, ...rest } = (await ask()).data.requestAboutData;
    expect(Date.parse(dueOn) - Date.parse(askedOn)).toBe(3 * 24 * 3_600_000);
    expect([opd.code, rest]).toMatchObject(['dpmptsp', { what: WHAT, done: null, answer: null, overdue: false }]);
  });

  it('needs a sure log-in', async () => {
    expect(codesOf(await ask({}, { acr: 'low' }))).toEqual([['requestAboutData', 'ASSURANCE_TOO_LOW']]);
  });

  it.each([
    ['an agency that does not exist', { opd: 'dinas-hantu' }],
    ['hardly a word', { what: 'hapus' }],
  ])('of %s is refused', async (_name, more) => {
    expect(codesOf(await ask(more))).toEqual([['requestAboutData', 'BAD_USER_INPUT']]);
  });

  it('may be as long as a letter, and not a book', async () => {
    expect((await ask({ what: 'a'.repeat(2000) })).data.requestAboutData.what).toHaveLength(2000);
    expect((await ask({ what: 'a'.repeat(2001) })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is one of ten that wait at most', async () => {
    for (let n = 0; n < 10; n++) expect((await ask()).errors).toEqual([]);
    expect(codesOf(await ask())).toEqual([['requestAboutData', 'BAD_USER_INPUT']]);
    expect((await ask({}, { citizen: 'demo' })).errors).toEqual([]);
  });

  it('is no officer’s to make', async () => {
    const variables = { kind: 'ERASURE', opd: 'dpmptsp', what: WHAT };
    expect(codesOf(await askAtDesk(hub, 'petugas-dpmptsp', ASK, { variables }))).toEqual([
      ['requestAboutData', 'FORBIDDEN'],
    ]);
  });

  it('is late once its time has passed, and no longer when it is answered', async () => {
    const id = await askFor('dpmptsp');
    const isOverdue = async () => (await hub.ask(OWN, { citizen: 'siti' })).data.me.dataRequests[0].overdue as boolean;
    const due = (ms: number) =>
      hub.database.pool.query('update data_requests set due_at = $1', [new Date(clock.now() + ms)]);
    await due(60_000);
    expect(await isOverdue()).toBe(false);
    await due(-1);
    expect(await isOverdue()).toBe(true);
    expect((await askAtDesk(hub, 'petugas-dpmptsp', OPEN)).data.openDataRequests[0].overdue).toBe(true);
    await answer('petugas-dpmptsp', id);
    expect(await isOverdue()).toBe(false);
  });
});

describe('an office', () => {
  it('sees what waits for it, the most urgent first, and nothing of who asks or what', async () => {
    const first = await askFor('dpmptsp');
    const second = await askFor('dpmptsp', 'demo');
    await askFor('bpprd');
    expect(await waiting('petugas-dpmptsp')).toEqual([first, second]);
    const words = await askAtDesk(hub, 'petugas-dpmptsp', '{ openDataRequests { id what answer } }');
    expect(words.text).not.toContain('Tanggal izin');
    expect(new Set(codesOf(words).map(([, code]) => code))).toEqual(new Set(['FORBIDDEN']));
    expect(words.data.openDataRequests).toEqual([
      { id: first, what: null, answer: null },
      { id: second, what: null, answer: null },
    ]);
  });

  it('learns who asked by taking it, and sees that citizen’s requests and records of its own', async () => {
    const id = await askFor('dpmptsp');
    await askFor('bpprd');
    const taken = (await take('petugas-dpmptsp', id)).data.takeDataRequest;
    expect(taken).toMatchObject({ kind: 'CASE', state: 'OPEN', purpose: 'hak-subjek-data', basis: 'LEGAL_DUTY' });
    const query = '{ caseCitizen { nik dataRequests { id what } permits { id } taxBills { year } } }';
    const seen = await askAtDesk(hub, 'petugas-dpmptsp', query, { caseId: taken.id });
    expect(seen.data.caseCitizen).toMatchObject({ nik: SITI, dataRequests: [{ id, what: WHAT }], taxBills: null });
    expect(seen.data.caseCitizen.permits).toHaveLength(1);
    expect(codesOf(seen)).toEqual([['caseCitizen.taxBills', 'FORBIDDEN']]);
    expect(hub.demo.city.systems.bpprd.control.calls.total).toBe(0);

    const log = '{ me { accessLog(first: 2) { entries { fields case purpose basis opd { code } shown } } } }';
    const { entries } = (await hub.ask(log, { citizen: 'siti' })).data.me.accessLog;
    const ofCase = { case: taken.id, purpose: 'hak-subjek-data', shown: true, basis: 'LEGAL_DUTY' };
    expect(entries).toContainEqual({ ...ofCase, opd: { code: 'dpmptsp' }, fields: ['Permit'] });
    expect(entries).toContainEqual({ ...ofCase, opd: null, fields: ['Citizen.nik', 'DataRequest.what'] });
  });

  it('shows nobody where there is no case', async () => {
    expect((await askAtDesk(hub, 'petugas-dpmptsp', '{ caseCitizen { nik } }')).data).toEqual({ caseCitizen: null });
    expect((await hub.ask('{ caseCitizen { nik } }', { citizen: 'siti' })).data).toEqual({ caseCitizen: null });
  });

  it('answers once, and the citizen reads it', async () => {
    const id = await askFor('dpmptsp');
    expect((await answer('petugas-dpmptsp', id)).data.answerDataRequest).toMatchObject({ id, done: true });
    expect((await hub.ask(OWN, { citizen: 'siti' })).data.me.dataRequests).toEqual([
      {
        ...{ id, opd: { code: 'dpmptsp' }, what: WHAT, done: true, overdue: false },
        ...{ answer: 'Sudah diperbaiki hari ini.', answeredOn: expect.any(String) },
      },
    ]);
    expect(codesOf(await answer('petugas-dpmptsp', id))).toEqual([['answerDataRequest', 'NOT_FOUND']]);
    expect(codesOf(await take('petugas-dpmptsp', id))).toEqual([['takeDataRequest', 'NOT_FOUND']]);
    expect(await waiting('petugas-dpmptsp')).toEqual([]);
  });

  it('can do nothing with another’s, the same as with none', async () => {
    const id = await askFor('dpmptsp');
    const none = '00000000-0000-4000-8000-000000000000';
    for (const who of ['petugas-rsud', 'operator']) {
      expect(await waiting(who)).toEqual([]);
      for (const act of [take, answer] as const) expect((await act(who, id)).text).toBe((await act(who, none)).text);
    }
    for (const who of ['walikota', 'auditor'])
      expect(codesOf(await take(who, id))).toEqual([['takeDataRequest', 'FORBIDDEN']]);
    expect(codesOf(await hub.ask(TAKE, { citizen: 'siti', variables: { id } }))[0]?.[1]).toBe('FORBIDDEN');
    expect(await waiting('petugas-dpmptsp')).toEqual([id]);
  });

  it('needs a sure log-in to take and to answer', async () => {
    const id = await askFor('dpmptsp');
    for (const act of [
      () => take('petugas-dpmptsp', id, { acr: 'low' }),
      () => answer('petugas-dpmptsp', id, {}, { acr: 'low' }),
    ])
      expect(codesOf(await act())[0]?.[1]).toBe('ASSURANCE_TOO_LOW');
  });
});

describe('what the hub itself holds', () => {
  it('is the operator’s to answer for, who sees no OPD’s records, and gives his case back', async () => {
    const id = await askFor('city');
    expect(await waiting('operator')).toEqual([id]);
    expect(await waiting('petugas-dpmptsp')).toEqual([]);
    const caseId = (await take('operator', id)).data.takeDataRequest.id;
    const query = '{ caseCitizen { nik dataRequests { what } permits { id } accessLog { next } } }';
    const seen = await askAtDesk(hub, 'operator', query, { caseId });
    expect(seen.data.caseCitizen).toEqual({
      nik: SITI,
      dataRequests: [{ what: WHAT }],
      permits: null,
      accessLog: null,
    });
    expect(callsMade(hub)).toBe(0);
    expect((await answer('operator', id, { done: false })).data.answerDataRequest.done).toBe(false);
    const { myCases } = (await askAtDesk(hub, 'operator', '{ myCases { id state } }')).data;
    expect(myCases[0]).toEqual({ id: caseId, state: 'OPEN' });
    await askAtDesk(hub, 'operator', `mutation { closeCase(id: "${caseId}") { state } }`);
    expect(codesOf(await askAtDesk(hub, 'operator', query, { caseId }))).toEqual([[undefined, 'FORBIDDEN']]);
  });
});

describe('all that the hub holds on a citizen', () => {
  const MY_DATA = '{ me { myData { generatedOn json } } }';

  it('is his numbers, consents, requests, cases and every access, and nothing of another', async () => {
    const third = { app: 'pihak-ketiga', scopes: ['citizen.bpprd'], purpose: 'pengingat-pajak' };
    const variables = { ...third };
    const text = `query ($app: ID!, $scopes: [String!]!, $purpose: String!) {
      consentText(app: $app, scopes: $scopes, purpose: $purpose) { version } }`;
    const { version } = (await hub.ask(text, { variables })).data.consentText;
    const give = `mutation ($app: ID!, $scopes: [String!]!, $purpose: String!, $version: String!) {
      giveConsent(app: $app, scopes: $scopes, purpose: $purpose, textVersion: $version) { id } }`;
    for (const citizen of ['siti', 'demo']) await hub.ask(give, { citizen, variables: { ...variables, version } });
    await ask();
    await ask({ what: 'Rahasia orang lain yang tidak boleh tampak.' }, { citizen: 'demo' });
    const caseId = await openCase(hub, 'petugas-dpmptsp', SITI, 'DPMPTSP/2026/77');
    await openCase(hub, 'petugas-dpmptsp', DEMO, 'DPMPTSP/2026/88');
    await hub.ask('{ me { permits { id } } }', { citizen: 'demo' });
    await hub.ask('{ me { permits { id } } }', { citizen: 'siti' });

    const { json } = (await hub.ask(MY_DATA, { citizen: 'siti' })).data.me.myData;
    const held = JSON.parse(json);
    expect(held.nik).toBe(SITI);
    const links = hub.demo.city.links.filter(({ nik }) => nik === SITI);
    expect(links.length).toBeGreaterThan(0);
    expect(held.links).toHaveLength(links.length);
    for (const { kind, value } of links)
      expect(held.links).toContainEqual(
        expect.objectContaining({ kind, value, linkedAt: expect.any(String), how: 'import' }),
      );
    expect(held.consents).toEqual([expect.objectContaining({ ...third, textVersion: version })]);
    expect(held.requests).toEqual([expect.objectContaining({ what: WHAT, opd: 'dpmptsp' })]);
    expect(held.cases).toContainEqual(expect.objectContaining({ id: caseId, reference: 'DPMPTSP/2026/77' }));
    expect(held.accesses.length).toBeGreaterThan(1);
    const others = hub.demo.city.links.filter(({ nik }) => nik !== SITI).map(({ value }) => value);
    for (const part of [DEMO, 'Rahasia orang lain', 'DPMPTSP/2026/88', 'petugas', hub.demo.staffIssuer.url])
      expect(json).not.toContain(part);
    for (const value of others.filter((one) => one.length > 8)) expect(json).not.toContain(value);
  });

  it('leaves the hub as an export, which the log tells apart', async () => {
    await hub.ask(MY_DATA, { citizen: 'siti' });
    const { rows } = await hub.database.pool.query('select channel, reads from access_log order by seq desc limit 1');
    expect(rows[0]).toEqual({ channel: 'export', reads: '[{"opd":"city","fields":["MyData.json"]}]' });
  });

  it('needs a sure log-in, and is no officer’s', async () => {
    const low = await hub.ask(MY_DATA, { token: await hub.tokenOf('siti', { acr: 'low' }) });
    expect(codesOf(low)).toEqual([['me.myData', 'ASSURANCE_TOO_LOW']]);
    const caseId = await openCase(hub, 'petugas-dpmptsp', SITI);
    const officer = await askAtDesk(hub, 'petugas-dpmptsp', '{ caseCitizen { myData { json } } }', { caseId });
    expect(codesOf(officer)).toEqual([['caseCitizen.myData', 'FORBIDDEN']]);
  });
});
