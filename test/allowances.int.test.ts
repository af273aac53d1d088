import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActivities } from '../demo/bkpsdmd/activities.ts';
import { type AttendanceRow, listAttendance } from '../demo/bkpsdmd/attendance.ts';
import type { Employee } from '../demo/bkpsdmd/employees.ts';
import { listReviews } from '../demo/bkpsdmd/reviews.ts';
import { IGNORING_SATKER_ID, listPayments } from '../demo/bpkad/payments.ts';
import { createAllowanceFigures, createReportingFigures } from '../src/city/index.ts';
import { countReporting } from '../src/store/index.ts';
import { type OpenAllowances, openAllowances, SEED } from './support/open-allowances.ts';

const MONTH = '2026-10';
const SITI = '198604122010032001';

let open: OpenAllowances;
let expected: ReturnType<typeof recompute>;
beforeAll(async () => {
  open = await openAllowances(3_000);
  expected = recompute(open.employees);
  await open.run(MONTH);
}, 60_000);
afterAll(() => open.close());

/** What must come out, computed once more from the rows that filled the systems, in another way. */
function recompute(employees: readonly Employee[]) {
  const reviewed = new Set(listReviews(employees, SEED).map(({ nip }) => nip));
  const paid = new Map(
    listPayments(employees, SEED)
      .filter(({ month }) => month === MONTH)
      .map((one) => [one.employee.nip, one]),
  );
  return employees.map((employee) => {
    const payment = paid.get(employee.nip);
    const ceiling = payment?.ceiling ?? 0;
    const discipline = (ceiling * 4) / 10;
    const percent = listAttendance(employee, SEED)
      .filter(({ tgl }) => tgl.startsWith(MONTH))
      .reduce((sum, day) => sum + percentOf(day), 0);
    const amount = ceiling - Math.min(discipline, (discipline * percent) / 100);
    return {
      employee,
      paid: payment?.gross ?? 0,
      amount: reviewed.has(employee.nip) ? amount : undefined,
      isIgnored: employee.satker.id === IGNORING_SATKER_ID && percent > 0,
    };
  });
}

function percentOf({ kode, jam_pulang, menit_terlambat, menit_pulang_cepat }: AttendanceRow): number {
  if (kode === null) return 10;
  if (kode !== 'hadir') return 0;
  const steps = [menit_terlambat, menit_pulang_cepat].map((minutes) =>
    minutes === 0 ? 0 : minutes <= 30 ? 1 : minutes <= 60 ? 2 : 3,
  );
  return steps.reduce<number>((sum, one) => sum + one, jam_pulang === null ? 3 : 0);
}

const find = async (nip: string) => (await open.allowances.find(nip, MONTH))[0];

describe('a month of all employees', () => {
  it('is, employee by employee, what a plain recomputation gives', async () => {
    expect(open.employees.length).toBeGreaterThan(150);
    const found = await Promise.all(expected.map(({ employee }) => find(employee.nip)));
    expect(found.map((one) => one?.amount)).toEqual(expected.map(({ amount }) => amount));
    expect(found.map((one) => one?.paid?.amount)).toEqual(expected.map(({ paid }) => paid));
    for (const one of found) {
      if (one?.amount === undefined) expect(one?.missing.map(({ input }) => input)).toEqual(['SKP']);
      else expect(one.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(one.amount);
    }
    expect(expected.some(({ amount }) => amount === undefined)).toBe(true);
  });

  it('explains siti’s October line by line', async () => {
    // Grade 9: 3,750,000. SKP 2025 as expected: 30 % and 30 %. Of 40 % = 1,500,000 one per cent for 12 minutes: 15,000.
    expect(await find(SITI)).toMatchObject({
      standing: 'proposal',
      opd: 'disdik',
      ceiling: 3_750_000,
      amount: 3_735_000,
      paid: { amount: 3_735_000, paidOn: '2026-10-30', system: 'bpkad/simda' },
      discrepancy: 0,
      missing: [],
      rule: { name: 'TPP 60/40 menurut tabel Manado', version: '1', isDefault: true },
      lines: [
        { rule: 'SKP (30 % pagu)', base: 1_125_000, percent: 100, amount: 1_125_000 },
        { rule: 'Perilaku kerja (30 % pagu)', base: 1_125_000, percent: 100, amount: 1_125_000 },
        { rule: 'Disiplin', base: 3_750_000, percent: 40, amount: 1_500_000, evidence: '22 hari kerja' },
        { base: 1_500_000, percent: -1, amount: -15_000, evidence: '2026-10-06: terlambat 12 menit' },
      ],
    });
  });

  it('finds the one agency where finance did not look at attendance, and nobody elsewhere', async () => {
    const { sums = [], rule } = (await open.allowances.sumByOpd(MONTH)) ?? {};
    expect(rule).toMatchObject({ isDefault: true });
    const ignored = expected.filter(({ isIgnored, amount }) => isIgnored && amount !== undefined);
    expect(ignored.length).toBeGreaterThan(2);
    expect(sums.filter(({ discrepancyCount }) => discrepancyCount > 0)).toMatchObject([
      {
        opd: 'pupr',
        discrepancyCount: ignored.length,
        discrepancy: ignored.reduce((sum, { amount = 0, paid }) => sum + amount - paid, 0),
      },
    ]);
    expect(sums.reduce((sum, { paid }) => sum + paid, 0)).toBe(expected.reduce((sum, { paid }) => sum + paid, 0));
    expect(sums.reduce((sum, one) => sum + one.incompleteCount, 0)).toBe(
      expected.filter(({ amount }) => amount === undefined).length,
    );
    expect(sums.reduce((sum, { employees }) => sum + employees, 0)).toBe(open.employees.length);
  });

  it('is told to the mayor as sums of agencies', async () => {
    const figures = createAllowanceFigures(open.allowances);
    const { flow, describe } = await figures.readDay('2026-11-24');
    const pupr = flow.filter(({ opd }) => opd === 'pupr');
    const { discrepancyCount, paid } =
      (await open.allowances.sumByOpd(MONTH))?.sums.find(({ opd }) => opd === 'pupr') ?? {};
    expect(pupr).toContainEqual({ opd: 'pupr', name: 'discrepancies', amount: discrepancyCount });
    expect(pupr).toContainEqual({ opd: 'pupr', name: 'paid', amount: paid });
    expect(await figures.readMonths('2026-09', '2026-10')).toContainEqual({ ...pupr[0], month: MONTH });
    expect(describe('pupr')).toMatchObject({ isDefault: true, missing: [] });
    expect(describe('diskominfo-lain').missing).toHaveLength(1);
    expect((await figures.readDay('2025-01-01')).describe('pupr').missing).toEqual(['TPP belum pernah dihitung hub.']);
  });

  it('tells what is odd in the reports, as counts of agencies', async () => {
    const kinds = new Set((await open.allowances.listAnomalyCounts(MONTH)).map(({ kind }) => kind));
    for (const kind of ['APPROVED_BEFORE_ACTIVITY', 'APPROVAL_BURST', 'COPIED_TEXT', 'SHARED_TEXT'])
      expect(kinds).toContain(kind);
    expect(kinds).not.toContain('APPROVED_LATE');
  });

  it('has no amount before it is over, nor without any attendance or payment', async () => {
    await open.run('2026-11');
    const [november] = await open.allowances.find(SITI, '2026-11');
    expect(november?.ceiling).toBe(3_750_000);
    expect([november?.amount, november?.paid, november?.discrepancy]).toEqual([undefined, undefined, undefined]);
    expect(november?.missing.map(({ input }) => input)).toEqual(['MONTH', 'ATTENDANCE']);
    expect((await open.allowances.sumByOpd('2026-11'))?.sums.every(({ computed, paid }) => computed + paid === 0)).toBe(
      true,
    );
    await open.run('2019-12');
    expect((await open.allowances.find(SITI, '2019-12'))[0]?.missing.map(({ input }) => input)).toEqual(['RULE']);
  });
});

describe('a further run', () => {
  const countRows = async () =>
    (
      await open.database.pool.query<{ count: number }>('select count(*)::int from allowances where month = $1', [
        MONTH,
      ])
    ).rows[0]?.count;

  it('changes nothing, and two at once are one', async () => {
    const before = await find(SITI);
    const outcomes = await Promise.all([open.run(MONTH), open.run(MONTH)]);
    expect(outcomes.filter((one) => one === undefined)).toHaveLength(1);
    expect(await countRows()).toBe(open.employees.length);
    expect(await find(SITI)).toEqual(before);
  });

  it('that is stopped leaves everything as it was', async () => {
    const before = await find(SITI);
    const stopped = open.run(MONTH, { signal: AbortSignal.abort(), nowMs: Date.parse('2026-12-24T08:00:00+07:00') });
    await expect(stopped).rejects.toMatchObject({ retryable: true });
    expect(await find(SITI)).toEqual(before);
  });

  it('leaves what was confirmed, and sets a newer proposal beside it', async () => {
    const { employee } = expected.find(({ employee: { alias }, amount }) => !alias && amount !== undefined) ?? {};
    const nip = employee?.nip ?? '';
    const proposal = await find(nip);
    const confirmed = await open.allowances.confirm(proposal?.id ?? '', 'https://issuer|petugas', 1_000);
    expect(confirmed).toMatchObject({ standing: 'confirmed', amount: proposal?.amount, confirmedAtMs: 1_000 });
    await open.run(MONTH);
    expect(await open.allowances.find(nip, MONTH)).toEqual([confirmed]);
    await open.database.pool.query(
      `delete from copies where stream = (select id from sync_streams where name = 'bkpsdmd/kepegawaian/AttendanceDay')
        and subject = (select subject from allowances where id = $1)`,
      [confirmed?.id],
    );
    await open.run(MONTH);
    const [kept, newer] = await open.allowances.find(nip, MONTH);
    expect(kept).toEqual(confirmed);
    expect(newer).toMatchObject({ standing: 'proposal', missing: [{ input: 'ATTENDANCE' }] });
    expect(await open.allowances.confirm(newer?.id ?? '', 'https://issuer|petugas', 2_000)).toBeUndefined();
    expect(await open.allowances.confirm(kept?.id ?? '', 'https://issuer|petugas', 2_000)).toBeUndefined();
  });
});

it('lies nowhere in the clear but as sums of agencies', async () => {
  const { rows } = await open.database.pool.query<{ text: string }>(
    'select a::text as text from allowances a where month = $1',
    [MONTH],
  );
  const all = rows.map(({ text }) => text).join('\n');
  for (const needle of [SITI, 'SITI MARLINA', '3735000', Buffer.from(SITI).toString('hex')])
    expect(all).not.toContain(needle);
});

describe('who reported', () => {
  const OCTOBER = { from: '2026-10-01', to: '2026-10-31', holidays: [] };

  it('is counted per working day and agency, and again for the days that have changed', async () => {
    const days = [...new Set(listAttendance(open.employees[0] as Employee, SEED).map(({ tgl }) => tgl))];
    const ofOctober = days.filter((day) => day.startsWith(MONTH));
    expect(await countReporting(open.database, OCTOBER, 0)).toEqual(ofOctober);
    expect(await countReporting(open.database, OCTOBER, 0)).toEqual([]);
    const reported = new Map<string, Set<string>>();
    for (const employee of open.employees.filter(({ satker }) => satker.id === 1006))
      for (const { tgl, flag } of listActivities(employee, SEED))
        if (flag === 1) reported.set(tgl, (reported.get(tgl) ?? new Set()).add(employee.nip));
    const employees = open.employees.filter(({ satker }) => satker.id === 1006).length;
    expect(await open.allowances.listReporting('2026-10-01', '2026-10-31', 'dishub')).toEqual(
      ofOctober.map((day) => ({ day, opd: 'dishub', employees, reported: reported.get(day)?.size ?? 0 })),
    );
    const [sum] = (await open.allowances.sumReporting('2026-10-01', '2026-10-31')).filter(
      ({ opd }) => opd === 'dishub',
    );
    const figures = createReportingFigures(open.allowances);
    expect(await figures.readMonths('2026-08', '2026-10')).toContainEqual({
      ...{ opd: 'dishub', name: 'reported', amount: sum?.reported },
      month: '2026-10',
    });
    expect((await figures.readMonths('2026-11', '2026-12')).filter(({ amount }) => amount > 0)).toEqual([]);
    const { flow } = await figures.readDay('2026-11-24');
    expect(flow).toContainEqual({ opd: 'dishub', name: 'expected', amount: sum?.expected });
    expect(sum?.expected).toBe(employees * ofOctober.length);
    expect(sum?.reported).toBe(ofOctober.reduce((all, day) => all + (reported.get(day)?.size ?? 0), 0));
    await open.database.pool.query(
      `delete from copies where submitted_on = '2026-10-15' and stream =
        (select id from sync_streams where name = 'bkpsdmd/kepegawaian/DailyActivity')
        and subject = (select subject from copies c where c.opd = 'dishub' limit 1)`,
    );
    expect(await countReporting(open.database, OCTOBER, 0)).toEqual(['2026-10-15']);
  });

  it('leaves out holidays', async () => {
    const days = await countReporting(
      open.database,
      { from: '2026-09-01', to: '2026-09-30', holidays: ['2026-09-01'] },
      0,
    );
    expect(days).toHaveLength(21);
    expect(days).not.toContain('2026-09-01');
  });

  it('is told to an employee day by day', async () => {
    const own = open.employees.find(({ nip }) => nip === SITI) as Employee;
    const valid = listActivities(own, SEED).filter(({ tgl, flag }) => flag === 1 && tgl.startsWith(MONTH));
    const found = await open.allowances.listReportedDays(SITI, MONTH);
    expect(found.map(({ day }) => day)).toEqual([...new Set(valid.map(({ tgl }) => tgl))].sort());
    expect(found.reduce((sum, { activities }) => sum + activities, 0)).toBe(valid.length);
  });
});
