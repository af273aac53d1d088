import type { ClientBase, Pool } from 'pg';
import type { Database } from '../store/index.ts';
import { insertRows } from './insert-rows.ts';
import type { AccessRow, ChainPoint } from './log-row.ts';
import { createPartitions, isPartitionMissing } from './partitions.ts';
import { timedQuery } from './timed-query.ts';

/** Appends to the chain, one batch after the other. */
export interface ChainWriter {
  /** Resolves with the new end when the rows are committed; whatever it throws, the next call begins afresh. */
  append(rows: readonly AccessRow[]): Promise<ChainPoint>;
}

/** Creates a writer that keeps the head in memory, which is right as long as no other hub writes. */
export function createChainWriter(database: Database): ChainWriter {
  const { pool } = database;
  let known: ChainPoint | undefined;

  async function advance(head: ChainPoint | undefined, rows: readonly AccessRow[]): Promise<ChainPoint> {
    return (await insertRows(pool, head ?? (await readHead(pool)), rows)) ?? (await appendLocked(pool, rows));
  }

  return {
    async append(rows) {
      const before = known;
      // Unknown until the database answers: a commit may have been made although its answer was lost.
      known = undefined;
      try {
        known = await advance(before, rows);
      } catch (error) {
        if (!isPartitionMissing(error)) throw error;
        const timesMs = rows.map(({ atMs }) => atMs);
        await createPartitions(database, timesMs);
        known = await advance(before, rows);
      }
      return known;
    },
  };
}

/**
 * Reads the head and keeps every other hub from moving it until the rows are there: whoever lost the race once does not
 * lose it again.
 */
async function appendLocked(pool: Pool, rows: readonly AccessRow[]): Promise<ChainPoint> {
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query(timedQuery('begin'));
    const end = await insertRows(client, await readHead(client, 'for update'), rows);
    if (end === undefined) throw new Error('The head moved although it was locked');
    await client.query(timedQuery('commit'));
    isDone = true;
    return end;
  } finally {
    // Whatever failed ends with its connection: a query may still be under way on it, and a rollback would wait for that.
    client.release(!isDone);
  }
}

async function readHead(connection: Pool | ClientBase, lock: 'for update' | '' = ''): Promise<ChainPoint> {
  const { rows } = await connection.query<{ seq: string; hash: Buffer }>(
    timedQuery(`select seq, hash from access_log_head ${lock}`),
  );
  const [head] = rows;
  if (!head) throw new Error('access_log_head has no row');
  return { seq: Number(head.seq), hash: head.hash };
}
