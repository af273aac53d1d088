import { type Kysely, sql } from 'kysely';

/** Makes the table of the files that citizens upload for their submissions; what is in them lies sealed in a folder. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attachments (
      id uuid primary key,
      subject_hash bytea not null,
      index_key_id text not null,
      type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
      bytes integer not null check (bytes > 0),
      data_key_id text not null,
      created_at timestamptz not null,
      submission_id uuid
    )
  `.execute(db);
  await sql`create index attachments_of_submission on attachments (submission_id) where submission_id is not null`.execute(
    db,
  );
  await sql`create index attachments_unused on attachments (subject_hash, created_at) where submission_id is null`.execute(
    db,
  );
}
