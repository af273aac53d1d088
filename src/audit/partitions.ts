import type { Database } from '../store/index.ts';
import { timedQuery } from './timed-query.ts';

/** Names this lock among PostgreSQL's advisory locks, which are numbers only. */
const PARTITIONS_LOCK = 1_571_000_004;

/** Makes the monthly tables that these times need, and the one of the month after them, where they are missing. */
export async function createPartitions({ pool }: Database, timesMs: readonly number[]): Promise<void> {
  const months = [...new Set(timesMs.map(monthOf))].sort((left, right) => left - right);
  const latest = months.at(-1);
  if (latest === undefined) return;
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query(timedQuery('begin'));
    // Two hubs meet the new month together, and IF NOT EXISTS alone does not keep them apart.
    await client.query(timedQuery('select pg_advisory_xact_lock($1)', [PARTITIONS_LOCK]));
    for (const month of new Set([...months, latest + 1])) await client.query(timedQuery(describePartition(month)));
    await client.query(timedQuery('commit'));
    isDone = true;
  } finally {
    client.release(!isDone);
  }
}

/** Whether PostgreSQL refused a row because no month's table takes it. */
export function isPartitionMissing(error: unknown): boolean {
  return (error as { code?: unknown }).code === '23514';
}

/** Months since the year 0, in UTC: the chain must not depend on anybody's time zone. */
function monthOf(atMs: number): number {
  const at = new Date(atMs);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

/** Made of numbers alone: PostgreSQL takes no parameters here. */
function describePartition(month: number): string {
  const name = `access_log_${dayOf(month).slice(0, 7).replace('-', '_')}`;
  return `create table if not exists ${name} partition of access_log
    for values from ('${dayOf(month)}T00:00:00Z') to ('${dayOf(month + 1)}T00:00:00Z')`;
}

function dayOf(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12)).toISOString().slice(0, 10);
}
