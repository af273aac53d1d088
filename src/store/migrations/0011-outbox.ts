import { type Kysely, sql } from 'kysely';

/** Makes the table of what citizens send to OPDs; its words go when the OPD has them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox (
      seq bigint generated always as identity unique,
      id uuid primary key,
      kind text not null,
      opd text not null,
      system text not null,
      subject_hash bytea not null,
      index_key_id text not null,
      key_hash bytea not null,
      content_hash bytea not null,
      content_encrypted bytea,
      content_key_id text,
      attachments text[] not null,
      state text not null check (state in ('accepted', 'delivering', 'delivered', 'rejected', 'needsAttention')),
      steps jsonb not null,
      accepted_at timestamptz not null,
      delivered_at timestamptz,
      receipt_encrypted bytea,
      receipt_key_id text,
      receipt_hash bytea,
      reason_encrypted bytea,
      reason_key_id text,
      known_encrypted bytea,
      known_key_id text,
      is_begun boolean not null default false,
      begun_at timestamptz,
      attempts int not null default 0,
      bad_answers int not null default 0,
      next_at timestamptz not null,
      lease_id uuid,
      lease_until timestamptz,
      problem text,
      unique (kind, subject_hash, key_hash)
    )
  `.execute(db);
  await sql`create index outbox_by_subject on outbox (subject_hash, seq desc)`.execute(db);
  const open = sql.raw(`state in ('accepted', 'delivering')`);
  await sql`create index outbox_lanes on outbox (subject_hash, opd, system, seq) where ${open}`.execute(db);
  await sql`create index outbox_due on outbox (next_at) where ${open}`.execute(db);
  await sql`create index outbox_attention on outbox (seq) where state = 'needsAttention'`.execute(db);
  await sql`create index outbox_by_receipt on outbox (opd, system, receipt_hash) where receipt_hash is not null`.execute(
    db,
  );
}
