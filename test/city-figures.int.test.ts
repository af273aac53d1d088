import { afterEach, describe, expect, it } from 'vitest';
import type { MeasureSum } from '../src/ports/city-figures.ts';
import { createCityFigures, createPageTables, writeCopies, writeFacts } from '../src/store/index.ts';
import type { ListRow } from './support/list-source/row.ts';
import { closeListSyncs, openListSync as open } from './support/open-list-sync.ts';
import type { OpenSync } from './support/open-sync.ts';

afterEach(closeListSyncs);

const application = {
  service: 'service',
  status: 'status',
  submittedOn: 'submittedOn',
  dueOn: 'submittedOn + 14d',
  doneOn: 'issuedOn',
  charged: 'fee',
  opd: 'place',
};
const DAYS = [
  '2015-01-01',
  '2025-06-30',
  '2026-01-31',
  '2026-02-01',
  '2026-09-15',
  '2026-10-31',
  '2026-11-01',
  '2027-01-31',
];

const dayOf = (text: unknown) => (text ? String(text).split('/').reverse().join('-') : undefined);
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** What a row counts as on a day, told plainly and by no code of the hub. */
function tellOf(row: ListRow, on: string) {
  const submitted = dayOf(row.tgl_masuk) as string;
  const due = plus(submitted, 14);
  const isDone = String(row.sts) === '3';
  const issued = dayOf(row.tgl_terbit);
  const decided = isDone ? (issued && issued > submitted ? issued : submitted) : undefined;
  const isDecided = decided !== undefined && decided <= on;
  return { open: submitted <= on && !isDecided ? 1 : 0, overdue: due < on && !isDecided ? 1 : 0 };
}

/** In which month a row was decided in time or late; undefined where its source does not say when. */
function tellDecision(row: ListRow): string | undefined {
  const submitted = dayOf(row.tgl_masuk) as string;
  const issued = dayOf(row.tgl_terbit);
  if (String(row.sts) !== '3' || !issued) return undefined;
  const [, decided = ''] = [issued, submitted].sort();
  return `${row.lokasi} ${decided.slice(0, 7)} ${decided <= plus(submitted, 14) ? 'onTime' : 'late'}`;
}

type Told = ReturnType<typeof tellOf>;

function tellPlainly(rows: readonly ListRow[], on: string): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const row of rows) {
    const one = tellOf(row, on);
    const sum = told.get(String(row.lokasi)) ?? { open: 0, overdue: 0 };
    told.set(String(row.lokasi), { open: sum.open + one.open, overdue: sum.overdue + one.overdue });
  }
  return told;
}

function tellBySums(sums: readonly MeasureSum[]): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const opd of new Set(sums.map((one) => one.opd))) {
    const sum = (measure: string) =>
      sums.filter((one) => one.opd === opd && one.measure === measure).reduce((all, { amount }) => all + amount, 0);
    told.set(opd, {
      open: sum('received') - sum('decided'),
      overdue: sum('overdueFrom') - sum('overdueUntil'),
    });
  }
  return told;
}

const withoutNothing = (told: Map<string, Told>) =>
  new Map([...told].filter(([, sums]) => Object.values(sums).some((one) => one !== 0)).sort());

/** The sums of every day are what a plain count of the source's rows gives. */
async function expectPlainCount(sync: OpenSync, rows: readonly ListRow[]): Promise<void> {
  const figures = createCityFigures(sync.database);
  for (const on of DAYS)
    expect(withoutNothing(tellBySums(await figures.sumUntil(on))), on).toEqual(withoutNothing(tellPlainly(rows, on)));
  const decisions = await figures.sumByMonth('0001-01', '2099-12', { measures: ['onTime', 'late'] });
  const plain = new Map<string, number>();
  for (const decision of rows.flatMap((row) => tellDecision(row) ?? []))
    plain.set(decision, (plain.get(decision) ?? 0) + 1);
  const kept = decisions.map(({ opd, month, measure, amount }) => [`${opd} ${month} ${measure}`, amount] as const);
  expect(new Map(kept)).toEqual(plain);
  await expectSumsOfFacts(sync);
}

const STOCK = "m ->> 0 in ('received', 'decided', 'overdueFrom', 'overdueUntil')";
const MONTH = "date_trunc('month', (m ->> 1)::date)::date";

/** Every table of sums is what adding up all facts in SQL gives. */
async function expectSumsOfFacts({ database }: OpenSync): Promise<void> {
  for (const [table, columns, values, only] of [
    ['city_totals', '', '', STOCK],
    ['city_days', ', day', ', (m ->> 1)::date', STOCK],
    ['city_months', ', month', `, ${MONTH}`, 'true'],
    ['city_service_months', ', service, month', `, f.service, ${MONTH}`, "m ->> 0 !~ '^(sex|age):'"],
  ] as const) {
    const { rows } = await database.pool.query(
      `with plain as (
         select f.stream, f.kind, f.opd, m ->> 0 as measure${values}, sum((m ->> 2)::bigint) as amount
         from city_facts f, jsonb_array_elements(f.measures) m where ${only} group by 1, 2, 3, 4${values}),
       kept as (select stream, kind, opd, measure${columns}, amount from ${table} where amount <> 0)
       (select * from plain except select * from kept) union all (select * from kept except select * from plain)`,
    );
    expect(rows, table).toEqual([]);
  }
}

describe('the city’s figures', () => {
  it('are a plain count of the source after a load, after changes, and after what is gone', async () => {
    const { source, sync, write } = await open('page', { rows: 900, sync: { application } });
    await sync.run();
    const told = DAYS.flatMap((on) => [...tellPlainly(source.table.rows(), on).values()]);
    expect(told.some(({ overdue }) => overdue > 0) && told.some(({ open, overdue }) => open > overdue)).toBe(true);
    await expectPlainCount(sync, source.table.rows());

    source.table.advance(3_600_000);
    source.table.updateSome(120);
    source.table.insert(30);
    await write();
    await sync.run('changes');
    await expectPlainCount(sync, source.table.rows());

    source.table.remove(
      ...source.table
        .rows()
        .slice(50, 90)
        .map((row) => String(row.id)),
    );
    await write();
    await sync.run('sweep');
    await expectPlainCount(sync, source.table.rows());
  });

  it('lose a record that its source marks as deleted, and have it again when it comes back', async () => {
    const { source, sync, write } = await open('sql', {
      rows: 60,
      sync: { application, deletedWhen: { keterangan: 'dihapus' } },
    });
    await sync.run();
    const kept = source.table.rows();
    source.table.advance(60_000);
    source.table.update('R-0000007', { keterangan: 'dihapus' });
    await write();
    await sync.run('changes');
    await expectPlainCount(
      sync,
      kept.filter((row) => row.id !== 'R-0000007'),
    );
    source.table.advance(60_000);
    source.table.update('R-0000007', { keterangan: 'ada lagi' });
    await write();
    await sync.run('changes');
    await expectPlainCount(sync, source.table.rows());
  });

  it('are not moved by yesterday’s state of a record, nor by a run that is killed and goes on', async () => {
    const { source, sync, write } = await open('page', { rows: 300, sync: { application } });
    const stop = new AbortController();
    stop.abort();
    expect(await sync.run('changes', { signal: stop.signal })).toMatchObject({ state: 'stopped' });
    await sync.run();
    await expectPlainCount(sync, source.table.rows());
    const today = source.table.find('R-0000003') as ListRow;
    source.table.update('R-0000003', { sts: '0', tgl_ubah: '2020-01-01 00:00:00' });
    await write();
    await sync.run('sweep');
    const rows = source.table.rows().map((row) => (row.id === 'R-0000003' ? { ...row, sts: today.sts ?? null } : row));
    await expectPlainCount(sync, rows);
  });

  it('stay with the newer state when the older one comes later in the same first load', async () => {
    const { sync } = await open('page', { rows: 10, sync: { application } });
    await sync.run();
    const client = sync.database.createClient('facts');
    await client.connect();
    try {
      const { rows } = await client.query<{ id: number }>('select id from sync_streams');
      const stream = rows[0]?.id ?? 0;
      await createPageTables(client);
      const put = async (version: number, opd: string) => {
        const facts = { kind: 'application', opd, service: '', measures: [] } as const;
        const bytes = Buffer.from(`keadaan ${version}`.padEnd(16));
        const nothing = { subject: undefined, dataKeyId: null, service: undefined, submittedOn: undefined };
        const listed = { status: undefined, dueOn: undefined, opd: undefined };
        const row = { key: Buffer.from('permohonan'), rowHash: bytes, version, content: bytes, facts };
        await client.query('begin');
        await writeCopies(client, stream, [{ ...row, ...nothing, ...listed }]);
        await writeFacts(client, stream, [{ ...row, ...nothing, ...listed }], []);
        await client.query('commit');
      };
      await put(2, 'baru');
      await put(1, 'lama');
      const { rows: kept } = await client.query("select opd from city_facts where key = 'permohonan'");
      expect(kept).toEqual([{ opd: 'baru' }]);
    } finally {
      await client.end();
    }
  });

  it('follow when the connector file counts otherwise, and go with the stream', async () => {
    const { source, sync } = await open('page', { rows: 200, sync: { application } });
    await sync.run();
    await sync.rewrite({ sync: { application: { ...application, opd: 'service' } } });
    await sync.run();
    const byService = source.table.rows().map((row) => ({ ...row, lokasi: row.layanan ?? null }));
    await expectPlainCount(sync, byService);
    await sync.database.pool.query('delete from sync_streams');
    await expectPlainCount(sync, []);
  });

  it('come by month, by service where that is asked for', async () => {
    const { source, sync } = await open('page', { rows: 400, sync: { application } });
    await sync.run();
    const figures = createCityFigures(sync.database);
    const filter = { measures: ['received'], kind: 'application' } as const;
    const months = await figures.sumByMonth('2026-01', '2026-12', filter);
    const inYear = source.table.rows().filter((row) => dayOf(row.tgl_masuk)?.startsWith('2026'));
    expect(inYear.length).toBeGreaterThan(0);
    expect(months.reduce((sum, { amount }) => sum + amount, 0)).toBe(inYear.length);
    const [first] = await figures.sumByMonth('2026-01', '2026-12', { ...filter, byService: true });
    const ofFirst = inYear.filter(
      (row) =>
        row.lokasi === first?.opd &&
        row.layanan === first?.service &&
        dayOf(row.tgl_masuk)?.startsWith(first?.month ?? ''),
    );
    expect(first?.amount).toBe(ofFirst.length);
    expect(await figures.sumByMonth('2026-01', '2026-12', { opds: ['tidak ada'] })).toEqual([]);
  });
});
