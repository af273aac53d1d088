import { CHAIN_START, hashRow } from '../../src/audit/chain.ts';
import type { LoggedRow } from '../../src/audit/log-row.ts';
import { readRows, withSnapshot } from '../../src/audit/read-rows.ts';
import type { Database } from '../../src/store/index.ts';

/** Does what somebody with all rights on the database would: new hashes from this row on, and the head with them. */
export async function rewriteChainFrom(database: Database, seq: number): Promise<void> {
  const client = await database.pool.connect();
  const rows: LoggedRow[] = [];
  await withSnapshot(client, async () => {
    for await (const page of readRows(client)) rows.push(...page);
  });
  client.release();
  let previous = CHAIN_START.hash;
  for (const row of rows) {
    const hash = row.seq < seq ? row.hash : hashRow(previous, row.seq, row);
    await database.pool.query('update access_log set hash = $1 where seq = $2', [hash, row.seq]);
    previous = hash;
  }
  await database.pool.query('update access_log_head set hash = $1', [previous]);
}
