import { type Kysely, sql } from 'kysely';

/** Makes the tables of what systems push: their rows, sealed, and the signatures that must not come again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pushed_rows (
      stream text not null,
      key_hash bytea not null,
      index_key_id text not null,
      lookup_hashes bytea[] not null,
      content_hash bytea not null,
      content_encrypted bytea not null,
      data_key_id text not null,
      version text,
      received_at timestamptz not null default now(),
      primary key (stream, key_hash)
    )
  `.execute(db);
  await sql`create index pushed_rows_by_lookup on pushed_rows using gin (lookup_hashes)`.execute(db);
  await sql`
    create table push_signatures (
      signature_hash bytea primary key,
      refuse_until timestamptz not null
    )
  `.execute(db);
  await sql`create index push_signatures_by_time on push_signatures (refuse_until)`.execute(db);
}
