import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { encodeChange, LINKS_CHANNEL } from './link-changes.ts';
import { hashSubject, hashValue, type KeyRing, type SecretKey, seal } from './personal-data.ts';
import type { HubSchema } from './schema.ts';

/** One number of a citizen in an agency's system. */
export interface NewLink {
  readonly nik: string;
  /** What the number is, such as `pbb.nop`. */
  readonly kind: string;
  readonly value: string;
}

/** How many of the given links were new; the others were already there or given twice. */
export interface AddedLinks {
  readonly added: number;
  readonly unchanged: number;
}

interface HashedLink extends NewLink {
  readonly subjectHash: Buffer;
  readonly valueHash: Buffer;
}

/** Bounds what one statement encrypts while the event loop waits (11 µs a value) and how long its locks are held. */
const CHUNK_ROWS = 500;

/**
 * Stores links, each once however often it is given. Links found under an older index or data key are brought to the
 * current one, so a full sync completes a key's rotation.
 * @throws HubError BAD_USER_INPUT, before anything is written, when a NIK is not one.
 */
export async function addLinks(db: Database, keys: KeyRing, rows: readonly NewLink[]): Promise<AddedLinks> {
  const [indexKey, ...olderKeys] = keys.index;
  if (indexKey === undefined) return { added: 0, unchanged: rows.length };
  const links = hashAll(rows, indexKey);
  let added = 0;
  for (let start = 0; start < links.length; start += CHUNK_ROWS) {
    const chunk = links.slice(start, start + CHUNK_ROWS);
    const toWrite = await omitStored(db.kysely, chunk, keys);
    if (toWrite.length === 0) continue;
    added += await db.kysely.transaction().execute(async (transaction) => {
      let moved = 0;
      if (olderKeys.length > 0) moved = await deleteUnderOlderKeys(transaction, toWrite, olderKeys);
      const inserted = await write(transaction, toWrite, indexKey, keys.data);
      if (inserted > 0) await announce(transaction, toWrite, indexKey);
      return inserted - moved;
    });
  }
  return { added, unchanged: rows.length - added };
}

/** Sorted by hash, so that two writers take row locks in the same order; each link once, as one statement demands. */
function hashAll(rows: readonly NewLink[], key: SecretKey): HashedLink[] {
  const unique = new Map<string, HashedLink>();
  for (const { nik, kind, value } of rows) {
    const link = { nik, kind, value, subjectHash: hashSubject(nik, key), valueHash: hashValue(value, kind, key) };
    unique.set(`${kind}\0${link.subjectHash.toString('hex')}${link.valueHash.toString('hex')}`, link);
  }
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** Most of a sync's links are already there: leaving them out spares their encryption and their row locks. */
async function omitStored(db: Kysely<HubSchema>, links: HashedLink[], keys: KeyRing): Promise<HashedLink[]> {
  const { rows } = await sql<{ n: string }>`
    select given.n from ${unnest(links)} join links using (kind, subject_hash, value_hash)
    where links.data_key_id = ${keys.data[0]?.id}`.execute(db);
  const stored = new Set(rows.map(({ n }) => Number(n) - 1));
  return links.filter((_, index) => !stored.has(index));
}

/** Returns how many of the links were there under an older index key. */
async function deleteUnderOlderKeys(
  db: Transaction<HubSchema>,
  links: readonly HashedLink[],
  olderKeys: readonly SecretKey[],
): Promise<number> {
  const moved = new Set<string>();
  for (const key of olderKeys) {
    const older = links.map(({ nik, kind, value }) => ({
      kind,
      subjectHash: hashSubject(nik, key),
      valueHash: hashValue(value, kind, key),
    }));
    const { rows } = await sql<{ n: string }>`
      delete from links using ${unnest(older)}
      where links.kind = given.kind and links.subject_hash = given.subject_hash and links.value_hash = given.value_hash
      returning given.n`.execute(db);
    for (const { n } of rows) moved.add(n);
  }
  return moved.size;
}

/** Returns how many rows are new; the others only changed their data key. */
async function write(
  db: Transaction<HubSchema>,
  links: readonly HashedLink[],
  indexKey: SecretKey,
  dataKeys: readonly SecretKey[],
): Promise<number> {
  const sealed = links.map(({ value, subjectHash, kind }) => seal(value, dataKeys, [subjectHash, kind]));
  const { rows } = await sql<{ is_new: boolean }>`
    insert into links (kind, subject_hash, index_key_id, value_hash, value_encrypted, data_key_id)
    select given.kind, given.subject_hash, ${indexKey.id}, given.value_hash, sealed.bytes, ${sealed[0]?.dataKeyId}
    from ${unnest(links)}
    join unnest(${sealed.map(({ bytes }) => bytes)}::bytea[]) with ordinality as sealed (bytes, n) using (n)
    on conflict (kind, subject_hash, value_hash) do update
      set value_encrypted = excluded.value_encrypted, data_key_id = excluded.data_key_id
      where links.data_key_id <> excluded.data_key_id
    returning xmax = 0 as is_new`.execute(db);
  return rows.filter((row) => row.is_new).length;
}

/** Sent at commit, so nobody hears of a change before it can be read. */
async function announce(db: Transaction<HubSchema>, links: readonly HashedLink[], key: SecretKey): Promise<void> {
  const payload = encodeChange({
    indexKeyId: key.id,
    links: links.map(({ kind, subjectHash }) => [kind, subjectHash.toString('base64')] as const),
  });
  await sql`select pg_notify(${LINKS_CHANNEL}, ${payload})`.execute(db);
}

/** The links' keys as a table `given`, numbered from 1 in their order. */
function unnest(links: readonly Pick<HashedLink, 'kind' | 'subjectHash' | 'valueHash'>[]) {
  const kinds = links.map(({ kind }) => kind);
  const subjects = links.map(({ subjectHash }) => subjectHash);
  const values = links.map(({ valueHash }) => valueHash);
  return sql`unnest(${kinds}::text[], ${subjects}::bytea[], ${values}::bytea[])
    with ordinality as given (kind, subject_hash, value_hash, n)`;
}
