import { type Kysely, sql } from 'kysely';

/**
 * Makes the tables of reports of illegal levies. Nothing in them leads to whoever reported: no subject, no time of day, and
 * what he wrote is sealed to a key that the hub does not have.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table levy_reports (
      id uuid primary key,
      kind text not null check (kind in ('anonymous', 'secret', 'open')),
      opd text not null,
      service text,
      day date not null,
      received_on date not null,
      state text not null check (state in ('received', 'inReview', 'forwarded', 'closed')),
      steps jsonb not null,
      key_hash bytea not null unique,
      receipt_hash bytea not null unique,
      answer_key text not null,
      content text not null,
      answer text
    )
  `.execute(db);
  await sql`create index levy_reports_in_order on levy_reports (received_on, id)`.execute(db);
  await sql`
    create table levy_photos (
      id uuid primary key,
      content text not null,
      unused_since timestamptz,
      report_id uuid references levy_reports (id) on delete cascade,
      place int,
      check ((report_id is null) = (unused_since is not null))
    )
  `.execute(db);
  await sql`create index levy_photos_of_report on levy_photos (report_id) where report_id is not null`.execute(db);
  await sql`create index levy_photos_unused on levy_photos (unused_since) where unused_since is not null`.execute(db);
}
