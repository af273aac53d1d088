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
  /** Where it is filed if it came under a key that is on its way out. */
  readonly olderHashes: readonly Buffer[];
  readonly contentHash: Buffer;
}

/** What stands for the content of a row that is gone: its version is kept, so that a late delivery cannot bring it back. */
const GONE = Buffer.alloc(0);

/** Keeps the rows of a delivery that are newer than what is there, in the transaction of the client. */
export async function keepRows(client: PoolClient, keys: KeyRing, { stream, rows }: Delivery): Promise<PushCounts> {
  // One delivery of a stream after the other: two that bring the same row would each take the other's for missing.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
  const [current] = keys.index as readonly [SecretKey, ...SecretKey[]];
  const { hashed, older } = hashRows(stream, rows, keys.index);
  const stored = await readStored(client, stream, hashed);
  const counts = { stored: 0, unchanged: rows.length - hashed.length - older, older, deleted: 0 };
  const toWrite: HashedRow[] = [];
  // A row that is filed under a key on its way out is written anew under the current one.
  const toDelete: Buffer[] = [];
  for (const one of hashed) {
    const known = findStored(stored, one);
    if (known && isOlder(one.row.version, known.version)) counts.older++;
    else if (one.row.isDeleted) {
      // What is not there has been deleted already.
      counts[known && !isGone(known) ? 'deleted' : 'unchanged']++;
      toDelete.push(...one.olderHashes);
      if (one.row.version === undefined) toDelete.push(one.keyHash);
      else toWrite.push(one);
    } else if (known?.contentHash.equals(one.contentHash)) counts.unchanged++;
    else {
      toDelete.push(...one.olderHashes);
      toWrite.push(one);
      counts.stored++;
    }
  }
  if (toDelete.length > 0)
    await client.query('delete from pushed_rows where stream = $1 and key_hash = any($2)', [stream, toDelete]);
  if (toWrite.length > 0) await write(client, keys, stream, toWrite, current);
  return counts;
}

/** Of a row that comes twice in one delivery the newest counts, and of equally new ones the last. */
function hashRows(stream: string, rows: readonly PushRow[], keys: readonly SecretKey[]) {
  const [current, ...olderKeys] = keys as readonly [SecretKey, ...SecretKey[]];
  const unique = new Map<string, HashedRow>();
  let older = 0;
  for (const row of rows) {
    const keyHash = hashKey(stream, row.key, current);
    const id = keyHash.toString('base64');
    const before = unique.get(id)?.row;
    if (before && isOlder(row.version, before.version ?? null)) {
      older++;
      continue;
    }
    const olderHashes = olderKeys.map((key) => hashKey(stream, row.key, key));
    const contentHash = row.isDeleted ? GONE : hashValue(canonicalText(row), `${stream} content`, current);
    unique.set(id, { row, keyHash, olderHashes, contentHash });
  }
  return { hashed: [...unique.values()], older };
}

function hashKey(stream: string, key: string, index: SecretKey): Buffer {
  return hashValue(key, `${stream} key`, index);
}

function isGone({ contentHash }: Stored): boolean {
  return contentHash.length === GONE.length;
}

/** The keyed hash under which a row is found by what stands in a column. */
export function hashLookup(stream: string, column: string, text: string, index: SecretKey): Buffer {
  return hashValue(text, `${stream} ${column}`, index);
}

function canonicalText({ content, version }: PushRow): string {
  return JSON.stringify([version ?? null, Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1))]);
}

/** Whole numbers to their last digit, others as numbers, everything else, such as ISO times, as text. */
function isOlder(version: string | undefined, known: string | null): boolean {
  if (version === undefined || known === null) return false;
  if (WHOLE.test(version) && WHOLE.test(known)) return BigInt(version) < BigInt(known);
  if (DECIMAL.test(version) && DECIMAL.test(known)) return Number(version) < Number(known);
  return version < known;
}

// No longer than a row's version can sensibly be: a number of a million digits is text.
const WHOLE = /^\d{1,40}$/;
const DECIMAL = /^-?\d{1,40}(\.\d{1,40})?$/;

async function readStored(
  client: PoolClient,
  stream: string,
  rows: readonly HashedRow[],
): Promise<Map<string, Stored>> {
  const { rows: found } = await client.query<{ key_hash: Buffer; content_hash: Buffer; version: string | null }>(
    'select key_hash, content_hash, version from pushed_rows where stream = $1 and key_hash = any($2)',
    [stream, rows.flatMap(({ keyHash, olderHashes }) => [keyHash, ...olderHashes])],
  );
  return new Map(
    found.map(({ key_hash, content_hash, version }) => [
      key_hash.toString('base64'),
      { contentHash: content_hash, version },
    ]),
  );
}

function findStored(stored: ReadonlyMap<string, Stored>, { keyHash, olderHashes }: HashedRow): Stored | undefined {
  const there = [keyHash, ...olderHashes].flatMap((one) => stored.get(one.toString('base64')) ?? []);
  return there[0];
}

const WRITE = `
  insert into pushed_rows
    (stream, key_hash, index_key_id, lookup_hashes, content_hash, content_encrypted, data_key_id, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (stream, key_hash) do update set
    index_key_id = excluded.index_key_id, lookup_hashes = excluded.lookup_hashes,
    content_hash = excluded.content_hash, content_encrypted = excluded.content_encrypted,
    data_key_id = excluded.data_key_id, version = excluded.version, received_at = now()`;

const NOTHING: Pick<PushRow, 'lookups' | 'content'> = { lookups: {}, content: {} };

async function write(
  client: PoolClient,
  keys: KeyRing,
  stream: string,
  rows: readonly HashedRow[],
  index: SecretKey,
): Promise<void> {
  for (const { row, keyHash, contentHash } of rows) {
    // Of a row that is gone nothing is kept but that, and since when.
    const { lookups, content } = row.isDeleted ? NOTHING : row;
    const lookupHashes = Object.entries(lookups).map(([column, text]) => hashLookup(stream, column, text, index));
    const { bytes, dataKeyId } = seal(JSON.stringify(content), keys.data, [stream, keyHash]);
    const values = [stream, keyHash, index.id, lookupHashes, contentHash, bytes, dataKeyId, row.version ?? null];
    await client.query(WRITE, values);
  }
}
