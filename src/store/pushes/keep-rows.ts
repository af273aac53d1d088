import type { PoolClient } from 'pg';
import type { Delivery, PushCounts, PushRow } from '../../ports/push-store.ts';
import { hashValue, type KeyRing, type SecretKey, seal } from '../personal-data.ts';

interface Stored {
  readonly contentHash: Buffer;
  readonly version: string | null;
}

interface HashedRow {
  readonly row: PushRow;
  readonly keyHash: Buffer;
  readonly contentHash: Buffer;
}

/** Keeps the rows of a delivery that are newer than what is there, in the transaction of the client. */
export async function keepRows(client: PoolClient, keys: KeyRing, { stream, rows }: Delivery): Promise<PushCounts> {
  // One delivery of a stream after the other: two that bring the same row would each take the other's for missing.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
  const [current, ...older] = keys.index as readonly [SecretKey, ...SecretKey[]];
  const hashed = hashRows(stream, rows, current);
  await removeUnderOlderKeys(client, stream, rows, older);
  const stored = await readStored(client, stream, hashed);
  const counts = { stored: 0, unchanged: rows.length - hashed.length, older: 0, deleted: 0 };
  const toWrite: HashedRow[] = [];
  const toDelete: Buffer[] = [];
  for (const one of hashed) {
    const known = stored.get(one.keyHash.toString('base64'));
    if (known && isOlder(one.row.version, known.version)) counts.older++;
    else if (one.row.isDeleted) {
      // What is not there has been deleted already.
      if (known) toDelete.push(one.keyHash);
      counts[known ? 'deleted' : 'unchanged']++;
    } else if (known?.contentHash.equals(one.contentHash)) counts.unchanged++;
    else {
      toWrite.push(one);
      counts.stored++;
    }
  }
  if (toDelete.length > 0)
    await client.query('delete from pushed_rows where stream = $1 and key_hash = any($2)', [stream, toDelete]);
  if (toWrite.length > 0) await write(client, keys, stream, toWrite, current);
  return counts;
}

/** Of a row that comes twice in one delivery the last counts. */
function hashRows(stream: string, rows: readonly PushRow[], key: SecretKey): HashedRow[] {
  const unique = new Map<string, HashedRow>();
  for (const row of rows) {
    const keyHash = hashKey(stream, row.key, key);
    const contentHash = hashValue(canonicalText(row), `${stream} content`, key);
    unique.set(keyHash.toString('base64'), { row, keyHash, contentHash });
  }
  return [...unique.values()];
}

function hashKey(stream: string, key: string, index: SecretKey): Buffer {
  return hashValue(key, `${stream} key`, index);
}

/** The keyed hash under which a row is found by what stands in a column. */
export function hashLookup(stream: string, column: string, text: string, index: SecretKey): Buffer {
  return hashValue(text, `${stream} ${column}`, index);
}

function canonicalText({ content, version }: PushRow): string {
  return JSON.stringify([version ?? null, Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1))]);
}

/** Numbers as numbers, everything else, such as ISO times, as text. */
function isOlder(version: string | undefined, known: string | null): boolean {
  if (version === undefined || known === null) return false;
  const [left, right] = [Number(version), Number(known)];
  return Number.isNaN(left) || Number.isNaN(right) ? version < known : left < right;
}

/** A row that is filed under a key on its way out is written anew under the current one. */
async function removeUnderOlderKeys(
  client: PoolClient,
  stream: string,
  rows: readonly PushRow[],
  older: readonly SecretKey[],
): Promise<void> {
  const hashes = older.flatMap((key) => rows.map((row) => hashKey(stream, row.key, key)));
  if (hashes.length > 0)
    await client.query('delete from pushed_rows where stream = $1 and key_hash = any($2)', [stream, hashes]);
}

async function readStored(
  client: PoolClient,
  stream: string,
  rows: readonly HashedRow[],
): Promise<Map<string, Stored>> {
  const { rows: found } = await client.query<{ key_hash: Buffer; content_hash: Buffer; version: string | null }>(
    'select key_hash, content_hash, version from pushed_rows where stream = $1 and key_hash = any($2)',
    [stream, rows.map(({ keyHash }) => keyHash)],
  );
  return new Map(
    found.map(({ key_hash, content_hash, version }) => [
      key_hash.toString('base64'),
      { contentHash: content_hash, version },
    ]),
  );
}

const WRITE = `
  insert into pushed_rows
    (stream, key_hash, index_key_id, lookup_hashes, content_hash, content_encrypted, data_key_id, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (stream, key_hash) do update set
    index_key_id = excluded.index_key_id, lookup_hashes = excluded.lookup_hashes,
    content_hash = excluded.content_hash, content_encrypted = excluded.content_encrypted,
    data_key_id = excluded.data_key_id, version = excluded.version, received_at = now()`;

async function write(
  client: PoolClient,
  keys: KeyRing,
  stream: string,
  rows: readonly HashedRow[],
  index: SecretKey,
): Promise<void> {
  for (const { row, keyHash, contentHash } of rows) {
    const lookups = Object.entries(row.lookups).map(([column, text]) => hashLookup(stream, column, text, index));
    const { bytes, dataKeyId } = seal(JSON.stringify(row.content), keys.data, [stream, keyHash]);
    const values = [stream, keyHash, index.id, lookups, contentHash, bytes, dataKeyId, row.version ?? null];
    await client.query(WRITE, values);
  }
}
