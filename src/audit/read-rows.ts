import type { ClientBase } from 'pg';
import type { ChainPoint, LoggedRow } from './log-row.ts';

/** Rows fetched at once: some megabytes. */
const PAGE_ROWS = 5000;

// The time in microseconds, exactly: a number of milliseconds would hide a smaller change.
const SELECT = `
  select seq, (extract(epoch from at) * 1000000)::bigint, channel, actor_kind, actor_hash, actor_sealed, data_key_id,
    actor_opd, app, subject_hash, index_key_id, reads, purpose, basis, case_id, outcome, hash
  from access_log`;

/** As PostgreSQL writes it: bytes as `\x…`, numbers in digits. */
type Text = string;
type StoredRow = [
  seq: Text,
  atMicros: Text,
  channel: Text,
  actorKind: Text,
  actorHash: Text,
  actorSealed: Text | null,
  dataKeyId: Text | null,
  actorOpd: Text | null,
  app: Text | null,
  subjectHash: Text,
  indexKeyId: Text,
  reads: Text,
  purpose: Text,
  basis: Text,
  caseId: Text | null,
  outcome: Text,
  hash: Text,
];

/** Runs something on one unchanging picture of the log, however long it takes. */
export async function withSnapshot<Result>(
  client: ClientBase,
  read: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query('set local statement_timeout = 0');
    return await read(client);
  } finally {
    await client.query('rollback').catch(() => {});
  }
}

/** Reads the log within a snapshot in the order of `seq`, in pages; from and until are places and both included. */
export async function* readRows(
  client: ClientBase,
  fromSeq?: number,
  untilSeq?: number,
): AsyncGenerator<readonly LoggedRow[]> {
  const range = fromSeq === undefined ? '' : `where seq between ${Number(fromSeq)} and ${Number(untilSeq)}`;
  await client.query(`declare rows no scroll cursor for ${SELECT} ${range} order by seq, at`);
  for (;;) {
    const { rows } = await client.query<StoredRow>({
      text: `fetch ${PAGE_ROWS} from rows`,
      rowMode: 'array',
      types: { getTypeParser: () => (text: string) => text },
    });
    if (rows.length > 0) yield rows.map(toRow);
    if (rows.length < PAGE_ROWS) break;
  }
  await client.query('close rows');
}

/** The head as the snapshot has it; undefined when its row was removed. */
export async function findHead(client: ClientBase): Promise<ChainPoint | undefined> {
  const { rows } = await client.query<{ seq: string; hash: Buffer }>('select seq, hash from access_log_head');
  return rows[0] && { seq: Number(rows[0].seq), hash: rows[0].hash };
}

function toRow(row: StoredRow): LoggedRow {
  return {
    seq: Number(row[0]),
    atMs: Number(row[1]) / 1000,
    channel: row[2],
    actorKind: row[3],
    actorHash: toBytes(row[4]),
    actorSealed: row[5] === null ? null : toBytes(row[5]),
    dataKeyId: row[6],
    actorOpd: row[7],
    app: row[8],
    subjectHash: toBytes(row[9]),
    indexKeyId: row[10],
    reads: row[11],
    purpose: row[12],
    basis: row[13],
    caseId: row[14],
    outcome: row[15],
    hash: toBytes(row[16]),
  };
}

function toBytes(text: Text): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}
