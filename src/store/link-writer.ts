import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { announceLinks } from './link-changes.ts';
import {
  type HashedLink,
  hashLink,
  lockLinks,
  noteLinked,
  omitUnlinked,
  renewHistory,
  unnestLinks,
} from './link-history.ts';
import { type KeyRing, type SecretKey, seal } from './personal-data.ts';
import type { HubSchema } from './schema.ts';

/** One number of a citizen in an agency's system. */
export interface NewLink {
  readonly nik: string;
  /** What the number is, such as `pbb.nop`. */
  readonly kind: string;
  readonly value: string;
}

/** How many of the given links were new; the others were already there, given twice, or unlinked by their citizen. */
export interface AddedLinks {
  readonly added: number;
  readonly unchanged: number;
}

/** Bounds what one statement encrypts while the event loop waits (11 µs a value) and how long its locks are held. */
const CHUNK_ROWS = 500;

/**
 * Stores links of an import, each once however often it is given; what its citizen has unlinked stays so. Links found under an older index or data key are brought to the
 * current one, so a full sync completes a key's rotation.
 * @throws HubError BAD_USER_INPUT, before anything is written, when a NIK is not one.
 */
export async function addLinks(
  db: Database,
  keys: KeyRing,
  rows: readonly NewLink[],
  atMs: number,
): Promise<AddedLinks> {
  const [indexKey, ...olderKeys] = keys.index;
  if (indexKey === undefined) return { added: 0, unchanged: rows.length };
  const links = hashAll(rows, indexKey);
  let added = 0;
  for (let start = 0; start < links.length; start += CHUNK_ROWS) {
    const chunk = links.slice(start, start + CHUNK_ROWS);
    const toWrite = await omitStored(db.kysely, chunk, keys);
    if (toWrite.length === 0) continue;
    added += await db.kysely.transaction().execute(async (transaction) => {
      await lockLinks(transaction, 'import');
      await renewHistory(transaction, toWrite, keys);
      const wanted = await omitUnlinked(transaction, toWrite);
      const moved = await deleteUnderOlderKeys(transaction, wanted, olderKeys);
      const inserted = await writeLinks(transaction, wanted, indexKey, keys.data);
      if (inserted.length > 0) await announceLinks(transaction, inserted, indexKey);
      const fresh = inserted.filter((link) => !moved.has(link));
      await noteLinked(transaction, fresh, indexKey, 'import', atMs);
      return fresh.length;
    });
  }
  return { added, unchanged: rows.length - added };
}

/** Sorted by hash, so that two writers take row locks in the same order; each link once, as one statement demands. */
function hashAll(rows: readonly NewLink[], key: SecretKey): HashedLink[] {
  const unique = new Map<string, HashedLink>();
  for (const { nik, kind, value } of rows) {
    const link = hashLink({ nik, kind, value }, key);
    unique.set(keyOf(link.kind, link.subjectHash, link.valueHash), link);
  }
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

function keyOf(kind: string, subjectHash: Buffer, valueHash: Buffer): string {
  return `${kind}\0${subjectHash.toString('hex')}${valueHash.toString('hex')}`;
}

/** Most of a sync's links are already there: leaving them out spares their encryption and their row locks. */
async function omitStored(db: Kysely<HubSchema>, links: HashedLink[], keys: KeyRing): Promise<HashedLink[]> {
  const { rows } = await sql<{ n: string }>`
    select given.n from ${unnestLinks(links)} join links using (kind, subject_hash, value_hash)
    where links.data_key_id = ${keys.data[0]?.id}`.execute(db);
  const stored = new Set(rows.map(({ n }) => Number(n) - 1));
  return links.filter((_, index) => !stored.has(index));
}

/** Returns those of the links that were there under an older index key. */
export async function deleteUnderOlderKeys(
  db: Transaction<HubSchema>,
  links: readonly HashedLink[],
  olderKeys: readonly SecretKey[],
): Promise<ReadonlySet<HashedLink>> {
  const moved = new Set<HashedLink>();
  for (const key of olderKeys) {
    const older = links.map((link) => hashLink(link, key));
    const { rows } = await sql<{ n: string }>`
      delete from links using ${unnestLinks(older)}
      where links.kind = given.kind and links.subject_hash = given.subject_hash and links.value_hash = given.value_hash
      returning given.n`.execute(db);
    for (const { n } of rows) moved.add(links[Number(n) - 1] as HashedLink);
  }
  return moved;
}

/** Returns those that are new; the others only changed their data key. */
export async function writeLinks(
  db: Transaction<HubSchema>,
  links: readonly HashedLink[],
  indexKey: SecretKey,
  dataKeys: readonly SecretKey[],
): Promise<readonly HashedLink[]> {
  const sealed = links.map(({ value, subjectHash, kind }) => seal(value, dataKeys, [subjectHash, kind]));
  const { rows } = await sql<WrittenRow>`
    insert into links (kind, subject_hash, index_key_id, value_hash, value_encrypted, data_key_id)
    select given.kind, given.subject_hash, ${indexKey.id}, given.value_hash, sealed.bytes, ${sealed[0]?.dataKeyId}
    from ${unnestLinks(links)}
    join unnest(${sealed.map(({ bytes }) => bytes)}::bytea[]) with ordinality as sealed (bytes, n) using (n)
    on conflict (kind, subject_hash, value_hash) do update
      set value_encrypted = excluded.value_encrypted, data_key_id = excluded.data_key_id
      where links.data_key_id <> excluded.data_key_id
    returning kind, subject_hash, value_hash, xmax = 0 as is_new`.execute(db);
  const fresh = new Set(
    rows.filter((row) => row.is_new).map((row) => keyOf(row.kind, row.subject_hash, row.value_hash)),
  );
  return links.filter(({ kind, subjectHash, valueHash }) => fresh.has(keyOf(kind, subjectHash, valueHash)));
}

interface WrittenRow {
  readonly kind: string;
  readonly subject_hash: Buffer;
  readonly value_hash: Buffer;
  readonly is_new: boolean;
}
