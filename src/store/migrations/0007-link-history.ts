import { type Kysely, sql } from 'kysely';

/** Makes the history of links, which outlives them, and the count of attempts to prove one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table link_history (
      id bigint generated always as identity primary key,
      kind text not null,
      subject_hash bytea not null,
      index_key_id text not null,
      value_hash bytea not null,
      event text not null check (event in ('linked', 'unlinked', 'refused')),
      how text not null check (how in ('proof', 'import', 'officer')),
      -- So many other citizens had the number then: a household's water account, or something to look into.
      other_holders integer not null default 0,
      at timestamptz not null
    )
  `.execute(db);
  await sql`create index link_history_of_link on link_history (subject_hash, kind, value_hash, id)`.execute(db);
  await sql`create index links_by_value on links (kind, value_hash)`.execute(db);
  await sql`create index links_by_subject on links (subject_hash)`.execute(db);
  await sql`
    create table link_attempts (
      id uuid primary key,
      kind text not null,
      subject_hash bytea not null,
      number_hash bytea not null,
      index_key_id text not null,
      at timestamptz not null
    )
  `.execute(db);
  await sql`create index link_attempts_of_subject on link_attempts (subject_hash, kind, at)`.execute(db);
  await sql`create index link_attempts_at_number on link_attempts (number_hash, at)`.execute(db);
  await sql`create index link_attempts_at on link_attempts (at)`.execute(db);
}
