import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { runMonth } from '../src/city/index.ts';
import { readAllowanceData } from '../src/hub-allowances.ts';
import { askAtDesk, codesOf, openCase } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

const MONTH = '2026-10';
const SITI = findPerson('siti');
const PURPOSE = 'pembayaran-tpp';
const TPP = `tpp(month: "${MONTH}") { id state amount ceiling ceilingSource paid paidOn discrepancy isConfirmed confirmedOn
  rule { name isDefault } lines { rule base percent amount evidence } missing { input } newer { amount }
  sources { opd system mode } }`;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true, jobs: true });
  await syncCity(hub, 'sweep');
  await computeMonth();
}, 60_000);
afterAll(() => hub.stop());

const computeMonth = () =>
  runMonth({ database: hub.database, keys: hub.keys, ...readAllowanceData() }, MONTH, {
    nowMs: Date.parse('2026-11-24T08:00:00+07:00'),
  });
const askOpd = (who: string, more = '') =>
  askAtDesk(
    hub,
    who,
    `{ opdAllowances(month: "${MONTH}"${more}) { entries { id nip name amount paid missing { input } } next } }`,
    { purpose: PURPOSE },
  );

describe('an employee', () => {
  it('sees how his allowance came about, line by line, and what was paid', async () => {
    const { data, errors } = await hub.ask(`{ me { ${TPP} reportingCalendar(month: "${MONTH}") { on activities } } }`, {
      token: await hub.tokenOf('siti', { acr: 'substantial' }),
    });
    expect(errors).toEqual([]);
    // 3,750,000 x 30 % + 30 % + 40 %, less one per cent of 1,500,000 for 12 minutes.
    expect(data.me.tpp).toMatchObject({
      state: 'COMPLETE',
      amount: 3_735_000,
      ceiling: 3_750_000,
      ceilingSource: 'bpkad/simda, 2026-10',
      paid: 3_735_000,
      paidOn: '2026-10-30',
      discrepancy: 0,
      isConfirmed: false,
      rule: { isDefault: true },
      newer: null,
    });
    expect(data.me.tpp.lines.map(({ amount }: { amount: number }) => amount)).toEqual([
      1_125_000, 1_125_000, 1_500_000, -15_000,
    ]);
    expect(data.me.tpp.sources).toContainEqual({ opd: 'bpkad', system: 'simda', mode: 'COPY' });
    // 19 days at work and one of duty elsewhere, of 22.
    expect(data.me.reportingCalendar).toHaveLength(20);
  });

  it('must have logged in surely, and has none of a month that was not computed', async () => {
    const weak = await hub.ask(`{ me { ${TPP} } }`, { token: await hub.tokenOf('siti', { acr: 'low' }) });
    expect(codesOf(weak)).toEqual([['me.tpp', 'ASSURANCE_TOO_LOW']]);
    const token = await hub.tokenOf('siti', { acr: 'substantial' });
    expect((await hub.ask('{ me { tpp(month: "2024-01") { amount } } }', { token })).data.me.tpp).toBeNull();
    expect(codesOf(await hub.ask('{ me { tpp(month: "2024-13") { amount } } }', { token }))).toEqual([
      [undefined, 'BAD_USER_INPUT'],
    ]);
    const other = await hub.tokenOf('demo', { acr: 'substantial' });
    expect((await hub.ask(`{ me { ${TPP} } }`, { token: other })).data.me.tpp).toBeNull();
  });
});

describe('the treasurer', () => {
  it('sees those of his own OPD, page by page, and each of them finds it in his log', async () => {
    const first = await askOpd('bendahara-disdik', ', first: 1');
    expect(first.errors).toEqual([]);
    const entries = [...first.data.opdAllowances.entries];
    for (let next = first.data.opdAllowances.next; next; ) {
      const page = (await askOpd('bendahara-disdik', `, first: 1, after: "${next}"`)).data.opdAllowances;
      entries.push(...page.entries);
      next = page.next;
    }
    const siti = entries.find(({ name }) => name === SITI.name.toUpperCase());
    expect(siti).toMatchObject({ amount: 3_735_000, paid: 3_735_000, missing: [] });
    const all = await askOpd('bendahara-disdik', ', first: 100');
    expect(all.data.opdAllowances.entries).toEqual(entries);
    const log = await hub.ask(
      '{ me { accessLog(first: 5) { entries { who whoOpd { code } opd { code } fields purpose shown } } } }',
      {
        citizen: 'siti',
      },
    );
    expect(log.data.me.accessLog.entries).toContainEqual({
      who: 'TREASURER',
      whoOpd: { code: 'disdik' },
      opd: null,
      fields: ['OpdAllowance'],
      purpose: PURPOSE,
      shown: true,
    });
    const { data } = await hub.ask('{ me { myData { json } } }', { citizen: 'siti' });
    const mine = JSON.parse(data.me.myData.json);
    expect(mine.accesses).toContainEqual(expect.objectContaining({ actorKind: 'treasurer' }));
    expect(mine.allowances).toMatchObject([{ month: MONTH, amount: 3_735_000, standing: 'proposal' }]);
  });

  it('of another OPD sees his own only, without a trace on others', async () => {
    const { data } = await askOpd('bendahara-bpprd', ', first: 100');
    expect(JSON.stringify(data)).not.toContain(SITI.name.toUpperCase());
  });

  it.each(['petugas-bkpsdmd', 'walikota', 'auditor', 'operator'])('is not %s', async (who) => {
    expect(codesOf(await askOpd(who))).toEqual([['opdAllowances', 'FORBIDDEN']]);
  });

  it('is no citizen', async () => {
    const { errors } = await hub.ask(`{ opdAllowances(month: "${MONTH}") { next } }`, { citizen: 'siti' });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('an officer', () => {
  const CONFIRM = 'mutation ($id: ID!) { confirmAllowance(id: $id) { id month opd { code } } }';
  const confirm = (who: string, id: string) => askAtDesk(hub, who, CONFIRM, { purpose: PURPOSE, variables: { id } });
  const see = async (who: string) => {
    const caseId = await openCase(hub, who, SITI.nik, 'TPP/10');
    return askAtDesk(hub, who, `{ caseCitizen { ${TPP} } }`, { caseId, purpose: PURPOSE });
  };

  it('of BKPSDMD looks at it under a case and confirms it; a later run leaves it', async () => {
    const { data, errors } = await see('petugas-bkpsdmd');
    expect(errors).toEqual([]);
    const { id } = data.caseCitizen.tpp;
    expect(codesOf(await confirm('petugas-disdukcapil', id))).toEqual([['confirmAllowance', 'FORBIDDEN']]);
    expect(codesOf(await confirm('bendahara-disdik', id))).toEqual([['confirmAllowance', 'FORBIDDEN']]);
    expect((await confirm('petugas-bkpsdmd', id)).data.confirmAllowance).toEqual({
      id,
      month: MONTH,
      opd: { code: 'disdik' },
    });
    expect(codesOf(await confirm('petugas-bkpsdmd', id))).toEqual([['confirmAllowance', 'NOT_FOUND']]);
    await computeMonth();
    const token = await hub.tokenOf('siti', { acr: 'substantial' });
    expect((await hub.ask(`{ me { ${TPP} } }`, { token })).data.me.tpp).toMatchObject({
      id,
      isConfirmed: true,
      confirmedOn: expect.stringMatching(/\+07:00$/),
      newer: null,
    });
  });

  it('of an agency that has nothing to do with it does not see it, whatever his case', async () => {
    expect(codesOf(await see('petugas-dpmptsp'))).toEqual([['caseCitizen.tpp', 'FORBIDDEN']]);
  });
});
