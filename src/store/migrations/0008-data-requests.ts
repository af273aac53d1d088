import { type Kysely, sql } from 'kysely';

/** Makes the table of what citizens ask about the data that is held on them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table data_requests (
      id uuid primary key,
      kind text not null check (kind in ('correction', 'erasure', 'restriction')),
      opd text not null,
      subject_hash bytea not null,
      index_key_id text not null,
      nik_encrypted bytea not null,
      what_encrypted bytea not null,
      data_key_id text not null,
      asked_at timestamptz not null,
      due_at timestamptz not null,
      answered_at timestamptz,
      outcome text check (outcome in ('done', 'refused')),
      answer_encrypted bytea,
      answer_key_id text
    )
  `.execute(db);
  await sql`create index data_requests_by_subject on data_requests (subject_hash, asked_at desc)`.execute(db);
  await sql`create index data_requests_open on data_requests (opd, due_at) where answered_at is null`.execute(db);
}
