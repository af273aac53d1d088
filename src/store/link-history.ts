import { type Kysely, sql } from 'kysely';
import type { LinkHow } from '../ports/link-book.ts';
import { hashSubject, hashValue, type KeyRing, type SecretKey } from './personal-data.ts';
import type { HubSchema } from './schema.ts';

/** A link and the keyed hashes that it is filed under. */
export interface HashedLink {
  readonly nik: string;
  readonly kind: string;
  readonly value: string;
  readonly subjectHash: Buffer;
  readonly valueHash: Buffer;
}

/** @throws HubError BAD_USER_INPUT when the NIK is not one. */
export function hashLink(link: Pick<HashedLink, 'nik' | 'kind' | 'value'>, key: SecretKey): HashedLink {
  const { nik, kind, value } = link;
  return { nik, kind, value, subjectHash: hashSubject(nik, key), valueHash: hashValue(value, kind, key) };
}

/** The links' keys as a table, numbered from 1 in their order. */
export function unnestLinks(
  links: readonly Pick<HashedLink, 'kind' | 'subjectHash' | 'valueHash'>[],
  name: 'given' | 'renewed' = 'given',
) {
  const kinds = links.map(({ kind }) => kind);
  const subjects = links.map(({ subjectHash }) => subjectHash);
  const values = links.map(({ valueHash }) => valueHash);
  return sql`unnest(${kinds}::text[], ${subjects}::bytea[], ${values}::bytea[])
    with ordinality as ${sql.raw(name)} (kind, subject_hash, value_hash, n)`;
}

/**
 * Until the transaction ends, keeps a citizen's own change apart from imports and other such changes: an import that
 * looked at the history before he unlinked would bring the link back.
 */
export async function lockLinks(db: Kysely<HubSchema>, who: 'import' | 'citizen'): Promise<void> {
  const lock = who === 'import' ? sql.raw('pg_advisory_xact_lock_shared') : sql.raw('pg_advisory_xact_lock');
  await sql`select ${lock}(hashtextextended('links', 0))`.execute(db);
}

/** Brings the history of links to the current index key, so that an older one may go. */
export async function renewHistory(
  db: Kysely<HubSchema>,
  links: readonly HashedLink[],
  { index: [current, ...olderKeys] }: KeyRing,
): Promise<void> {
  for (const key of olderKeys) {
    const older = links.map((link) => hashLink(link, key));
    await sql`
      update link_history as history
      set subject_hash = renewed.subject_hash, value_hash = renewed.value_hash, index_key_id = ${current?.id}
      from ${unnestLinks(older)} join ${unnestLinks(links, 'renewed')} using (n)
      where history.subject_hash = given.subject_hash and history.kind = given.kind
        and history.value_hash = given.value_hash`.execute(db);
  }
}

/** Leaves out what its citizen has unlinked since it was last linked. */
export async function omitUnlinked(
  db: Kysely<HubSchema>,
  links: readonly HashedLink[],
): Promise<readonly HashedLink[]> {
  const { rows } = await sql<{ n: string }>`
    select given.n from ${unnestLinks(links)}
    cross join lateral (
      select event from link_history as history
      where history.subject_hash = given.subject_hash and history.kind = given.kind
        and history.value_hash = given.value_hash and event <> 'refused'
      order by id desc limit 1) as newest
    where newest.event = 'unlinked'`.execute(db);
  const unlinked = new Set(rows.map(({ n }) => Number(n) - 1));
  return links.filter((_, index) => !unlinked.has(index));
}

/** Writes into the history that links were made. */
export async function noteLinked(
  db: Kysely<HubSchema>,
  links: readonly HashedLink[],
  key: SecretKey,
  how: LinkHow,
  atMs: number,
  otherHolders = 0,
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into link_history (kind, subject_hash, index_key_id, value_hash, event, how, other_holders, at)
    select kind, subject_hash, ${key.id}, value_hash, 'linked', ${how}, ${otherHolders}, ${new Date(atMs)}
    from ${unnestLinks(links)} order by n`.execute(db);
}

/** Writes into the history that a link ended, or that a proof of it was refused. */
export async function noteEvent(
  db: Kysely<HubSchema>,
  link: Pick<HashedLink, 'kind' | 'subjectHash' | 'valueHash'>,
  key: SecretKey,
  note: { readonly event: 'unlinked' | 'refused'; readonly how: LinkHow; readonly atMs: number },
): Promise<void> {
  await sql`
    insert into link_history (kind, subject_hash, index_key_id, value_hash, event, how, at)
    values (${link.kind}, ${link.subjectHash}, ${key.id}, ${link.valueHash}, ${note.event}, ${note.how},
      ${new Date(note.atMs)})`.execute(db);
}
