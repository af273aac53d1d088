import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastDayOf } from '../src/city/status/months.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true, jobs: true });
  await syncCity(hub, 'sweep');
  await hub.jobs.add({ system: 'city/tpp', name: 'tpp', data: {}, id: 'tpp', isForPerson: false });
  await hub.jobs.work();
}, 120_000);
afterAll(() => hub.stop());

const FIGURES = `
  opd { code } name openApplications overdueApplications slaCompliance medianDays overcharged digitalShare
  complaints { open overdue } levyReports ikm { value grade answers } sakip { score predicate }
  ekinerja { reportingRate } tpp { paid computed discrepancyCount incompleteCount }
  freshness { oldestAsOf unread } health { answering asked }`;
const ask = async (query: string, as = 'walikota') => {
  const answer = await hub.ask(query, { citizen: as });
  expect(answer.errors ?? []).toEqual([]);
  return answer.data.city;
};

interface Row {
  readonly opd: { readonly code: string } | null;
  readonly openApplications: number | null;
  readonly complaints: { readonly open: number | null; readonly overdue: number | null };
}

describe('the city in one query', () => {
  it('tells the mayor of every OPD, each figure or that it is missing', async () => {
    const { opds, totals } = await ask(`{ city(on: "2026-11-24") { opds { ${FIGURES} } totals { ${FIGURES} } } }`);
    expect(opds.length).toBeGreaterThan(35);
    const of = (code: string) => opds.find((one: Row) => one.opd?.code === code);
    expect(of('dpmptsp')).toMatchObject({
      openApplications: expect.any(Number),
      slaCompliance: expect.any(Number),
      medianDays: expect.any(Number),
      digitalShare: expect.any(Number),
      sakip: { score: expect.any(Number), predicate: expect.any(String) },
    });
    // No system of the parks office takes applications; its complaints are SiKesal's.
    expect(of('dlh')).toMatchObject({ openApplications: null, complaints: { open: expect.any(Number) } });
    expect(totals).toMatchObject({ opd: null, name: 'Kota Jambi', openApplications: of('dpmptsp').openApplications });
  });

  it('counts what the systems have: complaints by the agency that has them, and those that nobody has yet', async () => {
    const { opds, totals } = await ask(
      '{ city(on: "2026-11-24") { opds { opd { code } complaints { open } } totals { complaints { open } } } }',
    );
    const { rows } = await hub.database.pool.query<{ opd: string; open: number }>(
      `select f.opd, count(*)::int as open from city_facts f join copies c using (stream, key)
       where f.kind = 'complaint' and c.status not in ('DONE', 'REJECTED') group by 1`,
    );
    const counted = new Map(rows.map(({ opd, open }) => [opd, open]));
    for (const { opd, complaints } of opds as Row[])
      expect(complaints.open, opd?.code).toBe(counted.get(opd?.code ?? '') ?? 0);
    expect(totals.complaints.open).toBe([...counted.values()].reduce((sum, open) => sum + open, 0));
  });

  it('opens every figure: systems, age, rule and what is missing', async () => {
    const basis = 'systems asOf rule version isDefault count isComplete missing';
    const { opds } = await ask(`{ city(on: "2026-11-24") { opds(codes: ["dpmptsp", "dlh"]) { opd { code }
      sla: basis(of: SLA_COMPLIANCE) { ${basis} } sakip: basis(of: SAKIP_SCORE) { ${basis} } } } }`);
    const of = (code: string) => opds.find((one: Row) => one.opd?.code === code);
    expect(of('dpmptsp').sla).toMatchObject({
      systems: ['dpmptsp/perizinan', 'dpmptsp/sicantik'],
      asOf: expect.stringMatching(/^20\d\d-/),
      isDefault: true,
      isComplete: true,
      missing: [],
    });
    expect(of('dpmptsp').sla.count).toBeGreaterThan(0);
    expect(of('dlh').sla).toMatchObject({ systems: [], isComplete: false, count: 0, asOf: null });
    expect(of('dlh').sla.missing).toEqual(['Belum ada sistem permohonan OPD ini yang terhubung dengan hub.']);
  });

  it('says how old the reports are that e-Kinerja’s figures are counted from', async () => {
    const { totals } = await ask(
      '{ city(on: "2026-11-24") { totals { basis(of: REPORTING_RATE) { systems asOf missing } } } }',
    );
    const { rows } = await hub.database.pool.query<{ at: Date }>(
      `select min(as_of) as at from sync_streams where name in
         ('bkpsdmd/kepegawaian/DailyActivity', 'bkpsdmd/kepegawaian/Employee')`,
    );
    expect(totals.basis).toEqual({ systems: ['bkpsdmd/kepegawaian'], asOf: expect.any(String), missing: [] });
    // To the second.
    expect(Math.floor(Date.parse(totals.basis.asOf) / 1000)).toBe(Math.floor((rows[0]?.at.getTime() ?? 0) / 1000));
  });

  it('of a past day is answered with the OPDs and the figures of that day', async () => {
    const query = (on: string) => ask(`{ city(on: "${on}") { opds { opd { code } openApplications } } }`);
    const [past, now] = [await query('2016-06-30'), await query('2026-11-24')];
    const codes = ({ opds }: { opds: Row[] }) => opds.map(({ opd }) => opd?.code);
    expect(codes(past)).toContain('dispenda');
    expect(codes(now)).not.toContain('dispenda');
    // Of every end of a month, what a plain look at each record's own days says.
    const counted: number[] = [];
    for (let month = 1; month <= 11; month++) {
      const day = lastDayOf(`2026-${String(month).padStart(2, '0')}`);
      const { rows } = await hub.database.pool.query<{ open: number }>(
        `select count(*) filter (where begun <= $1 and (decided is null or decided > $1))::int as open from (
           select min((m ->> 1)::date) filter (where m ->> 0 = 'received') as begun,
             min((m ->> 1)::date) filter (where m ->> 0 = 'decided') as decided
           from city_facts f, jsonb_array_elements(f.measures) m
           where f.kind = 'application' and f.opd = 'dpmptsp' group by f.stream, f.key) cases`,
        [day],
      );
      const { opds } = await query(day);
      const told = (opds as Row[]).find(({ opd }) => opd?.code === 'dpmptsp')?.openApplications;
      expect(told, day).toBe(rows[0]?.open);
      counted.push(rows[0]?.open ?? 0);
    }
    expect(new Set(counted).size).toBeGreaterThan(2);
  });

  it('sorts by a figure with those without it last, and shows only the OPDs that are asked for', async () => {
    const { opds } = await ask(
      '{ city(on: "2026-11-24") { opds(sortBy: OPEN_COMPLAINTS, first: 5) { complaints { open } } } }',
    );
    const open = (opds as Row[]).map(({ complaints }) => complaints.open ?? -1);
    expect(open).toEqual([...open].sort((one, other) => other - one));
    const scores = await ask(
      '{ city(on: "2026-11-24") { opds(sortBy: SAKIP_SCORE, descending: false) { sakip { score } } } }',
    );
    const known = (scores.opds as { sakip: { score: number | null } }[]).map(({ sakip }) => sakip.score);
    const firstNull = known.indexOf(null);
    expect(known.slice(firstNull).every((score) => score === null)).toBe(true);
  });

  it('follows a figure through the months and compares years', async () => {
    const { trend, compare } = await ask(`{ city(on: "2026-11-24") {
      trend(metric: OPEN_COMPLAINTS, from: "2026-06", to: "2026-11") { key name points { month value } }
      compare(metric: SAKIP_SCORE, years: [2024, 2025]) { opd { code } values { year value } } } }`);
    expect(trend).toMatchObject([{ key: null, name: 'Kota Jambi' }]);
    expect(trend[0].points).toHaveLength(6);
    expect(compare.length).toBeGreaterThan(5);
    expect(compare[0].values.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
  });

  it.each([
    ['2026-11-24', '2026-11'],
    ['2026-10-07', '2026-10'],
  ])('of %s ends its trends with the figures themselves, whatever is due in the rest of the month', async (on, to) => {
    const trend = (metric: string) =>
      `trend(metric: ${metric}, by: OPD, from: "2026-06", to: "${to}") { key points { value } }`;
    const { opds, applications, overdue, complaints } = await ask(`{ city(on: "${on}") {
      opds(codes: ["dpmptsp", "dlh", "pupr"]) { opd { code } openApplications overdueApplications complaints { overdue } }
      applications: ${trend('OPEN_APPLICATIONS')} overdue: ${trend('OVERDUE_APPLICATIONS')}
      complaints: ${trend('OVERDUE_COMPLAINTS')} } }`);
    const lastOf = (lines: { key: string; points: { value: number }[] }[], code: string) =>
      lines.find(({ key }) => key === code)?.points.at(-1)?.value ?? 0;
    const told = opds.map(({ opd: { code } }: { opd: { code: string } }) => [
      ...[code, lastOf(applications, code), lastOf(overdue, code), lastOf(complaints, code)],
    ]);
    expect(told).toEqual(
      opds.map((of: Row & { opd: { code: string }; overdueApplications: number | null }) => [
        ...[of.opd.code, of.openApplications ?? 0, of.overdueApplications ?? 0, of.complaints.overdue],
      ]),
    );
  });

  it('says what somebody should look at, in Indonesian', async () => {
    const { alerts } = await ask(
      '{ city(on: "2026-11-24") { alerts { severity metric opd { code } message value comparedWith } } }',
    );
    expect(alerts.length).toBeGreaterThan(0);
    for (const { message, severity } of alerts) {
      expect(['SERIOUS', 'WARNING']).toContain(severity);
      expect(message).toMatch(/^\S.*: .*\d/);
    }
  });

  it('breaks applications down by people’s attributes without showing few', async () => {
    const { breakdown } = await ask(
      '{ city { breakdown(by: AGE, from: "2026-01", to: "2026-12") { total cells { key count isHidden } } } }',
    );
    expect(breakdown.cells.length).toBeGreaterThan(1);
    for (const { count, isHidden } of breakdown.cells) {
      expect(isHidden).toBe(count === null);
      if (count !== null) expect(count === 0 || count >= 5).toBe(true);
    }
    const refused = await hub.ask('{ city { breakdown(by: AGE, from: "2026-01", to: "2026-03") { total } } }', {
      citizen: 'walikota',
    });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('who may see it', () => {
  it.each(['siti', 'operator'])('%s may not', async (who) => {
    const answer = await hub.ask('{ city { totals { openApplications } } }', { citizen: who });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(answer.data?.city ?? null).toBeNull();
  });

  it('an officer sees his own OPD, everywhere', async () => {
    const city = await ask(
      `{ city(on: "2026-11-24") { opds { opd { code } } totals { name } alerts { opd { code } }
         trend(metric: OPEN_COMPLAINTS, by: OPD, from: "2026-10", to: "2026-11") { key }
         compare(metric: SAKIP_SCORE, years: [2025]) { opd { code } } } }`,
      'petugas-dpmptsp',
    );
    expect(city.opds).toEqual([{ opd: { code: 'dpmptsp' } }]);
    expect(city.totals.name).not.toBe('Kota Jambi');
    for (const { opd } of city.alerts) expect(opd.code).toBe('dpmptsp');
    for (const { key } of city.trend) expect(key).toBe('dpmptsp');
    expect(city.compare).toEqual([{ opd: { code: 'dpmptsp' } }]);
  });

  it('an officer sees his own OPD alone, also where he asks for another by its code', async () => {
    const city = await ask(
      `{ city(on: "2026-11-24") { opds(codes: ["dlh", "pupr"]) { name }
         trend(metric: SAKIP_SCORE, by: OPD, opd: "pupr", from: "2025-12", to: "2025-12") { key points { value } }
         breakdown(by: SEX, from: "2026-01", to: "2026-12", opd: "pupr") { total } } }`,
      'petugas-dpmptsp',
    );
    expect(city.opds).toEqual([]);
    expect(city.trend).toEqual([{ key: 'dpmptsp', points: [{ value: expect.any(Number) }] }]);
  });

  it.each([
    'opds(first: -1) { name }',
    'opds(first: 101) { name }',
    'trend(metric: OPEN_COMPLAINTS, by: SERVICE, from: "2026-01", to: "2026-02") { key }',
    'trend(metric: IKM, from: "2026-02", to: "2026-01") { key }',
    'compare(metric: IKM, years: []) { opd { code } }',
  ])('%s is refused with what would be right', async (field) => {
    const answer = await hub.ask(`{ city { ${field} } }`, { citizen: 'walikota' });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('nobody without a log-in', async () => {
    const answer = await hub.ask('{ city { totals { openApplications } } }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
