import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { askAtDesk, callsMade, codesOf, openCase } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const OWN = 'petugas-dpmptsp';
const DEMO = findPerson('demo');
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ remote: ['dishub'] });
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

const TRY = `mutation ($opd: String!, $system: String, $operation: String!, $arguments: [OperationArgument!]!) {
  tryOperation(opd: $opd, system: $system, operation: $operation, arguments: $arguments) {
    milliseconds answer records recordCount unreadable } }`;
interface Tried {
  readonly opd?: string;
  readonly system?: string;
  readonly operation?: string;
  readonly arguments?: readonly { readonly name: string; readonly value: string }[];
}
const PERMITS = {
  opd: 'dpmptsp',
  operation: 'permitsOf',
  arguments: [{ name: 'nik', value: DEMO.nik }],
} as const;
const trial = (who: string, tried: Tried = {}, caseId?: string) =>
  askAtDesk(hub, who, TRY, { variables: { ...PERMITS, ...tried }, ...(caseId && { caseId }) });
async function logOf(citizen: string) {
  const log = '{ me { accessLog(first: 20) { entries { whoOpd { code } opd { code } fields shown } } } }';
  const { entries } = (await hub.ask(log, { citizen })).data.me.accessLog;
  return (entries as { fields: readonly string[] }[]).filter(({ fields }) => fields.includes('OperationTrial'));
}

describe('a trial of an operation', () => {
  it('shows how the system answers and what becomes of it, and nothing of the person', async () => {
    const { data, text, errors } = await trial(OWN);
    expect(errors).toEqual([]);
    const { milliseconds, answer, records, recordCount, unreadable } = data.tryOperation;
    expect([milliseconds >= 0, recordCount > 0, unreadable]).toEqual([true, true, []]);
    expect(JSON.parse(answer)).toMatchObject({ rc: '99', data: expect.any(Array) });
    expect(JSON.parse(records)).toHaveLength(recordCount);
    expect(Object.keys(JSON.parse(records)[0])).toEqual(expect.arrayContaining(['id', 'status', 'fee']));
    for (const word of [DEMO.nik, ...DEMO.name.split(' '), 'ISSUED', 'PAUD']) expect(text).not.toContain(word);
    expect(hub.demo.city.systems.dpmptsp.control.calls.cari).toBe(1);
  });

  it('is in the access log of whom it was about, as is one that no system answered', async () => {
    const before = (await logOf('demo')).length;
    await trial(OWN);
    hub.demo.city.systems.dpmptsp.control.set({ down: true });
    expect(codesOf(await trial('operator'))).toEqual([['tryOperation', 'OPD_UNAVAILABLE']]);
    const entries = await logOf('demo');
    expect(entries).toHaveLength(before + 2);
    expect(entries[1]).toMatchObject({ whoOpd: { code: 'dpmptsp' }, opd: { code: 'dpmptsp' }, shown: true });
  });

  it('is in the log of those whose rows came, where no number was asked for', async () => {
    const before = (await logOf('demo')).length;
    const { permits } = (await hub.ask('{ me { permits { id } } }', { citizen: 'demo' })).data.me;
    const byNumber = { operation: 'permitById', arguments: [{ name: 'id', value: permits[0].id }] };
    expect((await trial(OWN, byNumber)).data.tryOperation.recordCount).toBe(1);
    expect(await logOf('demo')).toHaveLength(before + 1);
  });

  it('shows short codes of what belongs to nobody', async () => {
    const args = { year: '2025', opd: '8' };
    const tried = {
      ...{ opd: 'bag-organisasi', system: 'esakip', operation: 'evaluationOf' },
      arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
    };
    const { data, errors } = await trial('petugas-bag-organisasi', tried);
    expect(errors).toEqual([]);
    const [{ opd_id: opd, tahun, opd_nama: name }] = JSON.parse(data.tryOperation.answer).data;
    expect([opd, tahun, name]).toEqual([8, '2025', 'XXXXX XXXXXX']);
  });

  it('names each value that does not convert, without it', async () => {
    const { nik } = findPerson('aneh');
    const tried = { opd: 'disnaker', operation: 'cardsOf', arguments: [{ name: 'nik', value: nik }] };
    const { data, text } = await trial('petugas-disnaker', tried);
    expect(data.tryOperation.unreadable).toEqual([expect.stringContaining('JobSeekerCard.validUntil')]);
    expect(text).not.toContain(nik);
  });
});

describe('a trial asks nothing', () => {
  it.each<[string, string, Tried, string]>([
    ['for an officer of another OPD', 'petugas-rsud', {}, 'FORBIDDEN'],
    ['for the mayor’s office', 'walikota', {}, 'FORBIDDEN'],
    ['for a treasurer', 'bendahara-bpprd', { opd: 'bpprd' }, 'FORBIDDEN'],
    ['of an operation that is none', OWN, { operation: 'permitsof' }, 'BAD_USER_INPUT'],
    ['that changes something', 'operator', { opd: 'diskominfo', operation: 'fileComplaint' }, 'BAD_USER_INPUT'],
    ['without a parameter', OWN, { arguments: [] }, 'BAD_USER_INPUT'],
    [
      'with a parameter that is none',
      OWN,
      { arguments: [...PERMITS.arguments, { name: 'x', value: '1' }] },
      'BAD_USER_INPUT',
    ],
    ['with a parameter twice', OWN, { arguments: [...PERMITS.arguments, ...PERMITS.arguments] }, 'BAD_USER_INPUT'],
    ['of a system that is none', OWN, { system: 'lain' }, 'NOT_FOUND'],
    ['that an OPD’s own server asks', 'petugas-dishub', { opd: 'dishub' }, 'NOT_FOUND'],
    [
      'with a NIK in an address',
      OWN,
      { operation: 'permitsSince', arguments: [{ name: 'since', value: DEMO.nik }] },
      'BAD_USER_INPUT',
    ],
  ])('%s', async (_what, who, tried, code) => {
    const answer = await trial(who, tried);
    expect(codesOf(answer)).toEqual([['tryOperation', code]]);
    expect(answer.text).not.toContain(DEMO.nik);
    expect(callsMade(hub)).toBe(0);
  });

  it('under a case', async () => {
    const caseId = await openCase(hub, OWN, DEMO.nik);
    expect(codesOf(await trial(OWN, {}, caseId))).toEqual([['tryOperation', 'BAD_USER_INPUT']]);
    expect(callsMade(hub)).toBe(0);
  });

  it('more than thirty times an hour for one person', async () => {
    const head = 'kepala-dpmptsp';
    for (let made = 0; made < 30; made++) expect((await trial(head)).errors).toEqual([]);
    hub.demo.city.systems.dpmptsp.control.reset();
    const [error] = (await trial(head)).errors;
    expect(error?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) });
    expect(callsMade(hub)).toBe(0);
    expect((await trial(OWN)).errors).toEqual([]);
  });
});
