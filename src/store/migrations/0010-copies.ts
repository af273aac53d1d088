import { type Kysely, sql } from 'kysely';

/** Makes the tables of the hub's copies: streams and their runs, the copies, what a sweep has seen, and quarantine. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sync_streams (
      id serial primary key,
      name text not null unique,
      fingerprint text not null,
      index_key_id text not null,
      state text not null default 'idle' check (state in ('idle', 'failing', 'paused', 'needsAttention')),
      reason text,
      position jsonb,
      columns jsonb,
      needs_sweep boolean not null default true,
      is_complete boolean not null default false,
      allow_shrink boolean not null default false,
      as_of timestamptz,
      last_success_at timestamptz,
      last_sweep_at timestamptz,
      records bigint not null default 0
    )
  `.execute(db);
  await sql`
    create table sync_runs (
      id bigserial primary key,
      stream int not null references sync_streams (id) on delete cascade,
      mode text not null check (mode in ('changes', 'sweep')),
      state text not null check (state in ('running', 'succeeded', 'failed')),
      reason text,
      fingerprint text not null,
      started_at timestamptz not null,
      ended_at timestamptz,
      position jsonb,
      read bigint not null default 0,
      written bigint not null default 0,
      unchanged bigint not null default 0,
      rejected bigint not null default 0,
      deleted bigint not null default 0,
      vanished bigint not null default 0,
      seen bigint not null default 0
    )
  `.execute(db);
  await sql`create index sync_runs_by_stream on sync_runs (stream, id desc)`.execute(db);
  await sql`
    create table copies (
      stream int not null references sync_streams (id) on delete cascade,
      key bytea not null,
      subject bytea,
      row_hash bytea not null,
      version bigint,
      content bytea,
      data_key_id text,
      service text,
      status text,
      submitted_on date,
      due_on date,
      missed smallint not null default 0,
      primary key (stream, key)
    )
  `.execute(db);
  // Content is null in a row that its source has marked as deleted: its version keeps an older state from coming back.
  await sql`create index copies_by_subject on copies (subject, stream) where subject is not null`.execute(db);
  await sql`
    create index copies_applications on copies (subject, submitted_on desc, stream, key)
    where status is not null and subject is not null
  `.execute(db);
  await sql`create index copies_missed on copies (stream) where missed > 0`.execute(db);
  await sql`
    create table copy_steps (
      stream int not null,
      key bytea not null,
      status text not null,
      at timestamptz not null,
      foreign key (stream, key) references copies (stream, key) on delete cascade deferrable initially deferred
    )
  `.execute(db);
  await sql`create index copy_steps_by_copy on copy_steps (stream, key, at)`.execute(db);
  // Read and emptied by one run; after a crash of the server it is empty, which the run notices.
  await sql`create unlogged table sync_seen (run bigint not null, key bytea not null)`.execute(db);
  await sql`
    create table quarantine (
      id uuid primary key default gen_random_uuid(),
      stream int not null references sync_streams (id) on delete cascade,
      key bytea not null,
      run bigint not null,
      row bigint not null,
      field text not null,
      value_kind text not null,
      cause text not null,
      fix text not null,
      content_encrypted bytea not null,
      data_key_id text not null,
      first_seen_at timestamptz not null,
      last_seen_at timestamptz not null,
      unique (stream, key)
    )
  `.execute(db);
}
