import { type Kysely, sql } from 'kysely';

/** Makes the table of registered applications; of a secret it holds the hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table apps (
      id text primary key,
      name text not null,
      owner text not null,
      party text not null check (party in ('city', 'other')),
      scopes text[] not null,
      purposes text[] not null,
      redirect_uris text[] not null,
      origins text[] not null,
      per_minute integer not null check (per_minute > 0),
      secret_hash bytea,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    )
  `.execute(db);
}
