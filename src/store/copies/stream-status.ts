import type { Pool } from 'pg';
import type { ColumnChange, QuarantinedRow, RunCounts, StreamRun } from '../../ports/sync-control.ts';
import { withStoreErrors } from '../store-error.ts';

/** What is known of a stream without asking anybody. */
export interface KeptStatus {
  readonly name: string;
  readonly state: 'idle' | 'failing' | 'paused' | 'needsAttention';
  readonly isRunning: boolean;
  readonly reason: string | null;
  readonly asOfMs: number | undefined;
  readonly lastSuccessAtMs: number | undefined;
  readonly lastEndedAtMs: number | undefined;
  readonly counts: RunCounts | undefined;
  readonly quarantined: number;
  readonly records: number;
  readonly drift: readonly ColumnChange[];
}

interface StatusRow {
  readonly name: string;
  readonly state: KeptStatus['state'];
  readonly running: boolean;
  readonly reason: string | null;
  readonly as_of: Date | null;
  readonly last_success_at: Date | null;
  readonly last_ended_at: Date | null;
  readonly counts: RunCounts | null;
  readonly quarantined: number;
  readonly records: number;
  readonly drift: readonly ColumnChange[];
}

const COUNTS = `json_build_object('read', r.read, 'written', r.written, 'unchanged', r.unchanged, 'rejected', r.rejected,
  'deleted', r.deleted, 'vanished', r.vanished)`;

// A run that says "running" and that nobody holds the lock of was killed.
const STATUS = `
  select s.name, s.state, s.reason, s.as_of, s.last_success_at, s.last_ended_at, s.records::int as records, s.drift,
    (select count(*)::int from quarantine q where q.stream = s.id) as quarantined,
    exists (
      select from pg_locks l, hashtextextended('sync ' || s.name, 0) as h
      where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) = h
    ) as running,
    (select ${COUNTS} from sync_runs r where r.stream = s.id order by r.id desc limit 1) as counts
  from sync_streams s order by s.name`;

/** How every stream that ever ran stands. */
export async function listKeptStatus(pool: Pool): Promise<readonly KeptStatus[]> {
  const { rows } = await pool.query<StatusRow>(STATUS);
  return rows.map(({ running, as_of, last_success_at, last_ended_at, counts, ...row }) => ({
    ...row,
    isRunning: running,
    asOfMs: as_of?.getTime(),
    lastSuccessAtMs: last_success_at?.getTime(),
    lastEndedAtMs: last_ended_at?.getTime(),
    counts: counts ?? undefined,
  }));
}

interface RunRow extends Pick<StreamRun, 'mode' | 'state' | 'counts'> {
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly reason: string | null;
}

/** The last runs of a stream, the newest first. */
export async function listRuns(pool: Pool, name: string, limit: number): Promise<readonly StreamRun[]> {
  const { rows } = await pool.query<RunRow>(
    `select r.mode, r.state, r.started_at, r.ended_at, r.reason, ${COUNTS} as counts
     from sync_runs r join sync_streams s on s.id = r.stream where s.name = $1 order by r.id desc limit $2`,
    [name, limit],
  );
  return rows.map(({ started_at, ended_at, reason, ...run }) => ({
    ...run,
    startedAtMs: started_at.getTime(),
    endedAtMs: ended_at?.getTime(),
    reason: reason ?? undefined,
  }));
}

/** How many copies all streams hold together, as their pages have counted them. */
export async function countRecords(pool: Pool): Promise<number> {
  return withStoreErrors(async () => {
    const { rows } = await pool.query<{ records: number }>(
      'select coalesce(sum(records), 0)::int as records from sync_streams',
    );
    return rows[0]?.records ?? 0;
  });
}

/** Sets a stream still, even one that never ran, or lets it go on; whoever lets it go on has looked at its columns. */
export async function setStreamState(pool: Pool, name: string, state: 'idle' | 'paused', reason: string | null) {
  // What a stream that never ran has no fingerprint of is read whole by its first run.
  await pool.query(
    `insert into sync_streams as s (name, state, reason, fingerprint, index_key_id) values ($1, $2, $3, '', '')
     on conflict (name) do update set state = $2, reason = $3, columns = case when $2 = 'idle' then null else s.columns end`,
    [name, state, reason],
  );
}

/** Lets the next sweep of a stream remove more than its shrink guard allows. */
export async function allowShrink(pool: Pool, name: string): Promise<void> {
  await pool.query(
    `update sync_streams set allow_shrink = true, state = case when state = 'needsAttention' then 'idle' else state end,
       reason = case when state = 'needsAttention' then null else reason end where name = $1`,
    [name],
  );
}

/** Rows in quarantine without what stands in them, the oldest first. */
export async function listQuarantine(
  pool: Pool,
  stream: string | undefined,
  limit: number,
): Promise<readonly QuarantinedRow[]> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    row: string;
    field: string;
    value_kind: string;
    cause: string;
    fix: string;
    first_seen_at: Date;
    last_seen_at: Date;
  }>(
    `select q.id, s.name, q.row, q.field, q.value_kind, q.cause, q.fix, q.first_seen_at, q.last_seen_at
     from quarantine q join sync_streams s on s.id = q.stream
     where $1::text is null or s.name = $1 order by q.first_seen_at, q.run, q.row, q.id limit $2`,
    [stream ?? null, limit],
  );
  return rows.map(({ name, value_kind, first_seen_at, last_seen_at, row, ...one }) => ({
    ...one,
    stream: name,
    row: Number(row),
    valueKind: value_kind,
    firstSeenAtMs: first_seen_at.getTime(),
    lastSeenAtMs: last_seen_at.getTime(),
  }));
}

/** Lets go of a row of quarantine, unless a run has just put it there again. */
export async function releaseRow(pool: Pick<Pool, 'query'>, id: string, run: bigint): Promise<void> {
  await pool.query('delete from quarantine where id::text = $1 and run <> $2', [id, run]);
}
