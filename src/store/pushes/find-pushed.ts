import type { Pool } from 'pg';
import type { KeptRow, PushedPage } from '../../ports/push-store.ts';
import { type KeyRing, open } from '../personal-data.ts';
import { hashLookup } from './keep-rows.ts';

interface FoundRow {
  readonly key_hash: Buffer;
  readonly content_encrypted: Buffer;
  readonly data_key_id: string;
  readonly received_at: Date;
}

const COLUMNS = 'key_hash, content_encrypted, data_key_id, received_at';

/** Finds pushed rows by the keyed hashes of what stands in their columns, under every index key that is still in use. */
export async function findPushed(
  pool: Pool,
  keys: KeyRing,
  stream: string,
  lookups: Readonly<Record<string, string>>,
  limit: number,
): Promise<readonly KeptRow[]> {
  const wanted = Object.entries(lookups);
  const sets = keys.index.map((key) => wanted.map(([column, text]) => hashLookup(stream, column, text, key)));
  const conditions = sets.map((_, index) => `lookup_hashes @> $${index + 3}::bytea[]`).join(' or ');
  const { rows } = await pool.query<FoundRow>(
    // An empty hash stands for a row that is gone.
    `select ${COLUMNS} from pushed_rows where stream = $1 and content_hash <> '' and (${conditions})
      order by received_at, key_hash limit $2`,
    [stream, limit, ...sets],
  );
  return rows.map((row) => readRow(row, stream, keys));
}

/** Reads all rows that were pushed, in the order of their hashes, a page at a time. */
export async function pagePushed(
  pool: Pool,
  keys: KeyRing,
  stream: string,
  after: string | undefined,
  limit: number,
): Promise<PushedPage> {
  const { rows } = await pool.query<FoundRow>(
    `select ${COLUMNS} from pushed_rows where stream = $1 and content_hash <> '' and key_hash > $2
      order by key_hash limit $3`,
    [stream, Buffer.from(after ?? '', 'base64'), limit],
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return { rows: rows.map((row) => readRow(row, stream, keys)), mark: last?.key_hash.toString('base64') };
}

function readRow(
  { key_hash, content_encrypted, data_key_id, received_at }: FoundRow,
  stream: string,
  keys: KeyRing,
): KeptRow {
  const text = open({ bytes: content_encrypted, dataKeyId: data_key_id }, keys.data, [stream, key_hash]);
  return { content: JSON.parse(text) as Record<string, unknown>, receivedAtMs: received_at.getTime() };
}
