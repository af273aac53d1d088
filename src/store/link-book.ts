import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../base/clock.ts';
import type { LinkBook, LinkedNumber, LinkHow } from '../ports/link-book.ts';
import type { Database } from './database.ts';
import { announceLinks } from './link-changes.ts';
import { type HashedLink, hashLink, lockLinks, noteEvent, noteLinked, renewHistory } from './link-history.ts';
import { deleteUnderOlderKeys, writeLinks } from './link-writer.ts';
import { hashSubject, hashValue, type KeyRing, open, type SecretKey } from './personal-data.ts';
import type { HubSchema } from './schema.ts';
import { withStoreErrors } from './store-error.ts';

export interface LinkBookParts {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** Lets go of what this hub has kept of a citizen's links of a kind. */
  forget(nik: string, kind: string): void;
}

interface FiledLink {
  readonly kind: string;
  readonly subject_hash: Buffer;
  readonly value_hash: Buffer;
  readonly value_encrypted: Buffer;
  readonly data_key_id: string;
  readonly linked_on: Date;
  readonly how: LinkHow | null;
}

/** Creates the book of single citizens' links: what stands in it, and the history of how it came about. */
export function createLinkBook({ database, keys, clock, forget }: LinkBookParts): LinkBook {
  const db = database.kysely;
  const [current, ...olderKeys] = keys.index as readonly [SecretKey, ...SecretKey[]];
  const linkOne: LinkBook['linkOne'] = async (nik, kind, value, how, { isSingle }) => {
    const link = hashLink({ nik, kind, value }, current);
    const outcome = await db.transaction().execute(async (transaction) => {
      await lockLinks(transaction, 'citizen');
      const others = await countOthers(transaction, link, keys);
      if (isSingle && others > 0) return 'taken';
      await renewHistory(transaction, [link], keys);
      await deleteUnderOlderKeys(transaction, [link], olderKeys);
      await writeLinks(transaction, [link], current, keys.data);
      await noteLinked(transaction, [link], current, how, clock.now(), others);
      await announceLinks(transaction, [link], current);
      return 'linked';
    });
    if (outcome === 'taken') return outcome;
    forget(nik, kind);
    return (await listFiled(db, nik, keys)).find((one) => one.kind === kind && one.value === value) as LinkedNumber;
  };
  const unlink: LinkBook['unlink'] = async (nik, id, how) => {
    const ended = await db.transaction().execute(async (transaction) => {
      await lockLinks(transaction, 'citizen');
      const found = (await listFiled(transaction, nik, keys)).find((one) => one.id === id);
      if (!found) return undefined;
      const link = hashLink({ nik, kind: found.kind, value: found.value }, current);
      await renewHistory(transaction, [link], keys);
      await deleteUnderOlderKeys(transaction, [link], keys.index);
      await noteEvent(transaction, link, current, { event: 'unlinked', how, atMs: clock.now() });
      await announceLinks(transaction, [link], current);
      return found;
    });
    if (ended) forget(nik, ended.kind);
    return ended;
  };
  return {
    linkOne: (...given) => withStoreErrors(() => linkOne(...given)),
    unlink: (...given) => withStoreErrors(() => unlink(...given)),
    listAll: (nik) => withStoreErrors(() => listFiled(db, nik, keys)),
    isHeldByOther: (nik, kind, value) =>
      withStoreErrors(async () => (await countOthers(db, hashLink({ nik, kind, value }, current), keys)) > 0),
    noteRefused: (nik, kind, value) =>
      withStoreErrors(() => {
        const note = { event: 'refused', how: 'proof', atMs: clock.now() } as const;
        return noteEvent(db, hashLink({ nik, kind, value }, current), current, note);
      }),
  };
}

/** How many other citizens have the same number. */
async function countOthers(db: Kysely<HubSchema>, { nik, kind, value }: HashedLink, { index }: KeyRing) {
  const values = index.map((key) => hashValue(value, kind, key));
  const own = index.map((key) => hashSubject(nik, key));
  const { rows } = await sql<{ others: number }>`
    select count(distinct subject_hash)::int as others from links
    where kind = ${kind} and value_hash = any(${values}::bytea[]) and subject_hash <> all(${own}::bytea[])`.execute(db);
  return rows[0]?.others ?? 0;
}

/** A citizen's links under every key in use, each number once. */
async function listFiled(db: Kysely<HubSchema>, nik: string, keys: KeyRing): Promise<readonly LinkedNumber[]> {
  const own = keys.index.map((key) => hashSubject(nik, key));
  const { rows } = await sql<FiledLink>`
    select kind, subject_hash, value_hash, value_encrypted, data_key_id, linked_on,
      (select how from link_history as history
        where history.subject_hash = links.subject_hash and history.kind = links.kind
          and history.value_hash = links.value_hash and event = 'linked'
        order by id desc limit 1) as how
    from links where subject_hash = any(${own}::bytea[]) order by kind, linked_on, value_hash`.execute(db);
  const found = new Map<string, LinkedNumber>();
  for (const row of rows) {
    const sealed = { dataKeyId: row.data_key_id, bytes: row.value_encrypted };
    const value = open(sealed, keys.data, [row.subject_hash, row.kind]);
    const one = { id: idOf(row), kind: row.kind, value, linkedAtMs: row.linked_on.getTime(), how: row.how ?? 'import' };
    // What was there before there was a history came by an import.
    if (!found.has(`${row.kind}\0${value}`)) found.set(`${row.kind}\0${value}`, one);
  }
  return [...found.values()];
}

/** A hash over the row's keyed hashes, which themselves leave the database in no answer. */
function idOf({ kind, subject_hash, value_hash }: FiledLink): string {
  const place = `${kind} ${subject_hash.toString('hex')} ${value_hash.toString('hex')}`;
  return hash('sha256', place, 'base64url').slice(0, 22);
}
