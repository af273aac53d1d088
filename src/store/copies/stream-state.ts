import type { ClientBase } from 'pg';
import type { ColumnChange, RunCounts, RunMode } from '../../ports/sync-control.ts';

/** What is kept of a stream between its runs. */
export interface StreamRow {
  readonly id: number;
  readonly name: string;
  /** What decided how its copies look, at its last success. */
  readonly fingerprint: string;
  /** The key of their hashes, at its last success. */
  readonly indexKeyId: string;
  readonly state: 'idle' | 'failing' | 'paused' | 'needsAttention';
  readonly reason: string | null;
  /** As the stream's reader wrote it. */
  readonly position: unknown;
  /** The source's columns and their kinds, as they were last. */
  readonly columns: Readonly<Record<string, string>> | null;
  /** How they have changed, the newest first. */
  readonly drift: readonly ColumnChange[];
  readonly needsSweep: boolean;
  /** Whether all of it has been read once, so that what is not there does not exist. */
  readonly isComplete: boolean;
  readonly allowShrink: boolean;
  readonly records: number;
  readonly quarantined: number;
}

/** A run of a stream, under way or interrupted. */
export interface RunRow {
  readonly id: bigint;
  readonly mode: RunMode;
  readonly startedAtMs: number;
  readonly position: unknown;
  readonly counts: RunCounts;
  /** Keys that it has noted as seen. */
  readonly seen: number;
}

export const NO_COUNTS: RunCounts = { read: 0, written: 0, unchanged: 0, rejected: 0, deleted: 0, vanished: 0 };

const COLUMNS = `
  s.id, s.name, s.fingerprint, s.index_key_id as "indexKeyId", s.state, s.reason, s.position, s.columns, s.drift, s.needs_sweep as "needsSweep",
  s.is_complete as "isComplete", s.allow_shrink as "allowShrink", s.records::int as records,
  (select count(*)::int from quarantine q where q.stream = s.id) as quarantined`;

/** The row of a stream, made when it is asked for the first time. */
export async function getStreamRow(
  client: Pick<ClientBase, 'query'>,
  name: string,
  fingerprint: string,
  indexKeyId: string,
): Promise<StreamRow> {
  await client.query(
    'insert into sync_streams (name, fingerprint, index_key_id) values ($1, $2, $3) on conflict do nothing',
    [name, fingerprint, indexKeyId],
  );
  const { rows } = await client.query<StreamRow>(`select ${COLUMNS} from sync_streams s where s.name = $1`, [name]);
  return rows[0] as StreamRow;
}

interface RunColumns {
  readonly id: string;
  readonly mode: RunMode;
  readonly started_at: Date;
  readonly position: unknown;
  readonly read: string;
  readonly written: string;
  readonly unchanged: string;
  readonly rejected: string;
  readonly deleted: string;
  readonly vanished: string;
  readonly seen: string;
}

/** The stream's last run if it did not come to its end, so that another goes on where it stood. */
export async function findInterruptedRun(
  client: ClientBase,
  stream: number,
  mode: RunMode,
  fingerprint: string,
): Promise<RunRow | undefined> {
  const { rows } = await client.query<RunColumns>(
    `select * from (select * from sync_runs where stream = $1 order by id desc limit 1) last
     where state = 'running' and mode = $2 and fingerprint = $3 and position is not null`,
    [stream, mode, fingerprint],
  );
  return rows[0] && readRun(rows[0]);
}

/** Whether somebody has set the stream still while it was being read. */
export async function isPaused(client: ClientBase, stream: number): Promise<boolean> {
  const { rows } = await client.query<{ state: string }>('select state from sync_streams where id = $1', [stream]);
  return rows[0]?.state === 'paused';
}

/** Begins a run; those before it that never ended have failed. */
export async function beginRun(
  client: ClientBase,
  stream: number,
  mode: RunMode,
  fingerprint: string,
  nowMs: number,
): Promise<RunRow> {
  await client.query(
    `update sync_runs set state = 'failed', ended_at = $2, reason = coalesce(reason, 'terputus')
     where stream = $1 and state = 'running'`,
    [stream, new Date(nowMs)],
  );
  await client.query('delete from sync_seen where run in (select id from sync_runs where stream = $1)', [stream]);
  await client.query(
    `delete from sync_runs where stream = $1 and id <
       (select coalesce(min(id), 0) from (select id from sync_runs where stream = $1 order by id desc limit 50) kept)`,
    [stream],
  );
  const { rows } = await client.query<RunColumns>(
    `insert into sync_runs (stream, mode, state, fingerprint, started_at) values ($1, $2, 'running', $3, $4) returning *`,
    [stream, mode, fingerprint, new Date(nowMs)],
  );
  return readRun(rows[0] as RunColumns);
}

/** Keeps the number of a stream's copies, in the transaction of its page. */
export async function addRecords(client: ClientBase, stream: number, difference: number): Promise<void> {
  if (difference === 0) return;
  await client.query('update sync_streams set records = records + $2 where id = $1', [stream, difference]);
}

/** Notes how far a run is, in the transaction of its page; null: that none may go on with it. */
export async function saveProgress(
  client: ClientBase,
  run: bigint,
  counts: RunCounts,
  seen: number,
  position: unknown,
): Promise<void> {
  const { read, written, unchanged, rejected, deleted, vanished } = counts;
  await client.query(
    `update sync_runs set read = $2, written = $3, unchanged = $4, rejected = $5, deleted = $6, vanished = $7, seen = $8,
       position = case when $10 then null else coalesce($9::jsonb, position) end where id = $1`,
    [run, read, written, unchanged, rejected, deleted, vanished, seen, jsonOf(position), position === null],
  );
}

/** Keeps how the columns of a stream's source have changed. */
export async function saveDrift(client: ClientBase, stream: number, drift: readonly ColumnChange[]): Promise<void> {
  await client.query('update sync_streams set drift = $2 where id = $1', [stream, JSON.stringify(drift)]);
}

/** What a stream learns from a run that succeeded. */
export interface RunEnd {
  readonly position: unknown;
  readonly asOfMs: number;
  readonly nowMs: number;
  /** Undefined where pages have kept it up to date. */
  readonly records: number | undefined;
  readonly fingerprint: string;
  readonly indexKeyId: string;
  readonly columns: Readonly<Record<string, string>> | null;
}

/** Ends a run that added up, in one transaction with what the stream learns from it. */
export async function succeed(client: ClientBase, stream: number, run: RunRow, end: RunEnd): Promise<void> {
  const isSweep = run.mode === 'sweep';
  await client.query(
    `update sync_streams set state = case when state = 'paused' then state else 'idle' end,
       reason = case when state = 'paused' then reason end, position = coalesce($2::jsonb, position),
       as_of = $3, last_success_at = $4, last_ended_at = $4, last_sweep_at = case when $5 then $4 else last_sweep_at end,
       needs_sweep = needs_sweep and not $5, is_complete = is_complete or $5, allow_shrink = allow_shrink and not $5, records = coalesce($6, records),
       fingerprint = case when $5 then $7 else fingerprint end, index_key_id = case when $5 then $8 else index_key_id end,
       columns = coalesce($9::jsonb, columns)
     where id = $1`,
    [
      stream,
      jsonOf(end.position),
      new Date(end.asOfMs),
      new Date(end.nowMs),
      isSweep,
      end.records ?? null,
      end.fingerprint,
      end.indexKeyId,
      jsonOf(end.columns ?? undefined),
    ],
  );
  await client.query(`update sync_runs set state = 'succeeded', ended_at = $2 where id = $1`, [
    run.id,
    new Date(end.nowMs),
  ]);
  await client.query('delete from sync_seen where run = $1', [run.id]);
}

/** Notes why a run did not succeed; `isOver` when none may go on where it stood. */
export async function fail(
  client: ClientBase,
  stream: number,
  run: bigint | undefined,
  failure: {
    readonly state: 'failing' | 'paused' | 'needsAttention';
    readonly reason: string;
    readonly isOver: boolean;
    readonly nowMs: number;
  },
): Promise<void> {
  const { state, reason, isOver, nowMs } = failure;
  await client.query('update sync_streams set state = $2, reason = $3, last_ended_at = $4 where id = $1', [
    stream,
    state,
    reason,
    new Date(nowMs),
  ]);
  if (run === undefined) return;
  await client.query(
    `update sync_runs set reason = $2, state = case when $3 then 'failed' else state end,
       ended_at = case when $3 then $4::timestamptz else null end where id = $1`,
    [run, reason, isOver, new Date(nowMs)],
  );
}

function readRun(row: RunColumns): RunRow {
  const { read, written, unchanged, rejected, deleted, vanished } = row;
  return {
    id: BigInt(row.id),
    mode: row.mode,
    startedAtMs: row.started_at.getTime(),
    position: row.position ?? undefined,
    counts: {
      read: Number(read),
      written: Number(written),
      unchanged: Number(unchanged),
      rejected: Number(rejected),
      deleted: Number(deleted),
      vanished: Number(vanished),
    },
    seen: Number(row.seen),
  };
}

function jsonOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
