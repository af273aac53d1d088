import type { ClientBase, Pool } from 'pg';
import { chainRows } from './chain.ts';
import type { AccessRow, ChainPoint } from './log-row.ts';
import { timedQuery } from './timed-query.ts';

// One round trip and one wait for the disk: the head moves and the rows are there, or neither. Nobody loses an entry to
// a server that answers before it has written: set_config holds for this transaction alone.
const INSERT = `
  with advanced as (
    update access_log_head set seq = $1, hash = $2 where seq = $3 and hash = $4
    returning case current_setting('synchronous_commit')
      when 'off' then set_config('synchronous_commit', 'on', true) end
  )
  insert into access_log (seq, at, channel, actor_kind, actor_hash, actor_sealed, data_key_id, actor_opd, app,
    subject_hash, index_key_id, reads, purpose, basis, case_id, outcome, hash)
  select $3 + n, at, channel, actor_kind, actor_hash, actor_sealed, data_key_id, actor_opd, app,
    subject_hash, index_key_id, reads, purpose, basis, case_id, outcome, hash
  from unnest($5::timestamptz[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::text[], $11::text[],
      $12::text[], $13::bytea[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[],
      $20::bytea[])
    with ordinality as row (at, channel, actor_kind, actor_hash, actor_sealed, data_key_id, actor_opd, app,
      subject_hash, index_key_id, reads, purpose, basis, case_id, outcome, hash, n)
  where exists (select from advanced)`;

/** Ties the rows to the head and writes them; undefined when the head in the database is another. */
export async function insertRows(
  connection: Pool | ClientBase,
  head: ChainPoint,
  rows: readonly AccessRow[],
): Promise<ChainPoint | undefined> {
  const { hashes, end } = chainRows(head, rows);
  const values = [end.seq, end.hash, head.seq, head.hash, ...listColumns(rows), hashes];
  const { rowCount } = await connection.query(timedQuery(INSERT, values, 'append to the access log'));
  return rowCount === rows.length ? end : undefined;
}

function listColumns(rows: readonly AccessRow[]): unknown[][] {
  return [
    rows.map(({ atMs }) => new Date(atMs).toISOString()),
    rows.map(({ channel }) => channel),
    rows.map(({ actorKind }) => actorKind),
    rows.map(({ actorHash }) => actorHash),
    rows.map(({ actorSealed }) => actorSealed),
    rows.map(({ dataKeyId }) => dataKeyId),
    rows.map(({ actorOpd }) => actorOpd),
    rows.map(({ app }) => app),
    rows.map(({ subjectHash }) => subjectHash),
    rows.map(({ indexKeyId }) => indexKeyId),
    rows.map(({ reads }) => reads),
    rows.map(({ purpose }) => purpose),
    rows.map(({ basis }) => basis),
    rows.map(({ caseId }) => caseId),
    rows.map(({ outcome }) => outcome),
  ];
}
