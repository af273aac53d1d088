import { type Kysely, sql } from 'kysely';

/** Makes the table of log-in sessions of the hub's own pages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table web_sessions (
      id_hash bytea primary key,
      kind text not null check (kind in ('warga', 'kantor')),
      content_encrypted bytea not null,
      data_key_id text not null,
      ends_at timestamptz not null,
      idle_ends_at timestamptz not null
    )
  `.execute(db);
  await sql`create index web_sessions_by_end on web_sessions (least(ends_at, idle_ends_at))`.execute(db);
}
