import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { AllowanceResult, AllowanceRuleName, AllowanceSum } from '../../ports/allowances.ts';
import type { Database } from '../database.ts';
import type { KeyRing } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { listMonthStreams, type MonthStream } from './month-cursor.ts';
import { type EmployeeMonth, type MonthDays, readMonth } from './read-month.ts';
import { sealResult } from './result-content.ts';

/** An employee's result with his pseudonym. */
export interface NewResult {
  readonly subject: Buffer;
  readonly result: AllowanceResult;
}

/** What a month comes to in all. */
export interface MonthTotals {
  readonly rule: AllowanceRuleName | undefined;
  readonly sums: readonly AllowanceSum[];
  readonly anomalies: readonly { readonly opd: string; readonly kind: string; readonly count: number }[];
  readonly computedAtMs: number;
}

/** One run over a month: it reads what was there when it began, and what it writes is seen when it has ended well. */
export interface MonthRun {
  readonly streams: readonly MonthStream[];
  /** So many employees are known. */
  readonly employees: number;
  read(days: MonthDays): AsyncGenerator<EmployeeMonth>;
  write(results: readonly NewResult[], nowMs: number): Promise<void>;
  /** Writes the sums and takes away proposals for whom there is no result any more. */
  finish(month: string, totals: MonthTotals): Promise<void>;
}

// One that was confirmed and comes out the same again needs no proposal beside it.
const WRITE = `
  insert into allowances as a (month, subject, opd, standing, state, result_hash, content, data_key_id, run, computed_at)
  select r.month, r.subject, r.opd, 'proposal', r.state, r.hash, r.content, r.data_key_id, $8, $9
  from unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::text[])
    as r (month, subject, opd, state, hash, content, data_key_id)
  where not exists (select from allowances c where c.month = r.month and c.subject = r.subject
    and c.standing = 'confirmed' and c.result_hash = r.hash)
  on conflict (month, subject, standing) where standing <> 'superseded' do update set opd = excluded.opd,
    state = excluded.state, result_hash = excluded.result_hash, content = excluded.content,
    data_key_id = excluded.data_key_id, run = excluded.run,
    computed_at = case when a.result_hash = excluded.result_hash then a.computed_at else excluded.computed_at end`;
const SWEEP = "delete from allowances where month = $1 and standing = 'proposal' and run <> $2";
const PUT_MONTH = `
  insert into allowance_months (month, rule_name, rule_version, rule_source, is_default, employees, computed_at, streams)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const PUT_SUMS = `
  insert into allowance_sums (month, opd, employees, paid, computed, discrepancy, discrepancy_count, incomplete_count)
  select $1, * from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[], $7::int[], $8::int[])`;
const PUT_ANOMALIES = `
  insert into allowance_anomalies (month, opd, kind, count) select $1, * from unnest($2::text[], $3::text[], $4::int[])`;

/**
 * Does work as the only run over a month; undefined where another is at it. Everything is undone when the work throws.
 * @throws HubError INTERNAL when the database fails.
 */
export async function withMonthRun<Result>(
  database: Database,
  keys: KeyRing,
  month: string,
  work: (run: MonthRun) => Promise<Result>,
): Promise<Result | undefined> {
  const [reader, writer] = [database.createClient('tpp read'), database.createClient('tpp write')];
  for (const client of [reader, writer]) client.on('error', () => undefined); // the query under way reports it
  try {
    return await withStoreErrors(async () => {
      await Promise.all([reader.connect(), writer.connect()]);
      const { rows } = await writer.query<{ locked: boolean }>(
        "select pg_try_advisory_lock(hashtextextended('tpp ' || $1, 0)) as locked",
        [month],
      );
      if (!rows[0]?.locked) return undefined;
      // A month is sorted by whose it is: in memory as far as this goes.
      await reader.query("begin isolation level repeatable read read only; set local work_mem = '64MB'");
      await writer.query('begin');
      const result = await work(await openRun(reader, writer, keys));
      await writer.query('commit');
      return result;
    });
  } finally {
    // What is not committed goes with its connection, and the lock too.
    await Promise.all([reader, writer].map((client) => client.end().catch(() => undefined)));
  }
}

async function openRun(reader: Client, writer: Client, keys: KeyRing): Promise<MonthRun> {
  const run = randomUUID();
  const streams = await listMonthStreams(reader);
  const employees = await countEmployees(reader, streams);
  return {
    streams,
    employees,
    read: (days) => readMonth(reader, keys, streams, days),
    write: async (results, nowMs) => {
      const rows = results.map(({ subject, result }) => ({
        subject,
        result,
        sealed: sealResult(result, subject, keys),
      }));
      await writer.query(WRITE, [
        rows.map(({ result }) => result.month),
        rows.map(({ subject }) => subject),
        rows.map(({ result }) => result.opd),
        rows.map(({ result }) => (result.amount === undefined ? 'incomplete' : 'complete')),
        rows.map(({ sealed }) => sealed.hash),
        rows.map(({ sealed }) => sealed.content),
        rows.map(({ sealed }) => sealed.dataKeyId),
        run,
        new Date(nowMs),
      ]);
    },
    finish: async (month, totals) => {
      await writer.query(SWEEP, [month, run]);
      await writer.query('delete from allowance_months where month = $1', [month]);
      await writer.query(PUT_MONTH, [...monthValues(month, totals), streams.length]);
      await writer.query(PUT_SUMS, [month, ...sumColumns(totals.sums)]);
      const { anomalies } = totals;
      const columns = [
        anomalies.map(({ opd }) => opd),
        anomalies.map(({ kind }) => kind),
        anomalies.map(({ count }) => count),
      ];
      await writer.query(PUT_ANOMALIES, [month, ...columns]);
    },
  };
}

function monthValues(month: string, { rule, sums, computedAtMs }: MonthTotals): unknown[] {
  const employees = sums.reduce((sum, one) => sum + one.employees, 0);
  const { name = null, version = null, source = null, isDefault = false } = rule ?? {};
  return [month, name, version, source, isDefault, employees, new Date(computedAtMs)];
}

function sumColumns(sums: readonly AllowanceSum[]): unknown[] {
  return [
    sums.map(({ opd }) => opd),
    sums.map(({ employees }) => employees),
    sums.map(({ paid }) => paid),
    sums.map(({ computed }) => computed),
    sums.map(({ discrepancy }) => discrepancy),
    sums.map(({ discrepancyCount }) => discrepancyCount),
    sums.map(({ incompleteCount }) => incompleteCount),
  ];
}

async function countEmployees(client: Client, streams: readonly MonthStream[]): Promise<number> {
  const ids = streams.filter(({ type }) => type === 'Employee').map(({ id }) => id);
  const { rows } = await client.query<{ records: string }>(
    'select coalesce(sum(records), 0) as records from sync_streams where id = any($1)',
    [ids],
  );
  return Number(rows[0]?.records ?? 0);
}
