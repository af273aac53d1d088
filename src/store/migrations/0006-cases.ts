import { type Kysely, sql } from 'kysely';

/** Makes the tables of cases, under which somebody in office sees one person's records, and of citizens' consents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cases (
      id uuid primary key,
      kind text not null check (kind in ('case', 'break-glass')),
      actor_hash bytea not null,
      approver_hash bytea,
      subject_hash bytea not null,
      index_key_id text not null,
      nik_encrypted bytea not null,
      reason_encrypted bytea not null,
      data_key_id text not null,
      opd text,
      reference text not null,
      purpose text not null,
      basis text not null,
      opened_at timestamptz not null,
      until timestamptz not null,
      approved_at timestamptz,
      closed_at timestamptz
    )
  `.execute(db);
  await sql`create index cases_by_actor on cases (actor_hash, opened_at desc)`.execute(db);
  await sql`create index cases_by_subject on cases (subject_hash)`.execute(db);
  await sql`
    create table consents (
      id uuid primary key,
      subject_hash bytea not null,
      index_key_id text not null,
      app text not null,
      scopes text[] not null,
      purpose text not null,
      text_version text not null,
      given_at timestamptz not null,
      until timestamptz not null,
      withdrawn_at timestamptz
    )
  `.execute(db);
  await sql`create index consents_by_subject on consents (subject_hash, app)`.execute(db);
}
