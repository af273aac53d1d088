import { type Kysely, sql } from 'kysely';

/** Makes the table that links a citizen's hashed NIK to the encrypted numbers agencies know the citizen by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table links (
      kind text not null,
      subject_hash bytea not null,
      index_key_id text not null,
      value_hash bytea not null,
      value_encrypted bytea not null,
      data_key_id text not null,
      linked_on timestamptz not null default now(),
      primary key (kind, subject_hash, value_hash)
    )
  `.execute(db);
}
