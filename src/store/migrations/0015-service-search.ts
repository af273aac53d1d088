import { type Kysely, sql } from 'kysely';

/** Makes the table that services are searched in, and where the role may, the extension that forgives typing mistakes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table service_search (
      code text primary key,
      opd text not null,
      plain text not null,
      words tsvector not null
    )
  `.execute(db);
  await sql`create index service_search_words on service_search using gin (words)`.execute(db);
  await sql`
    create table service_search_version (
      is_only boolean primary key default true check (is_only),
      version text not null
    )
  `.execute(db);
  // pg_trgm is trusted, so whoever may create in this database may make it; without it the search goes on by whole words.
  await sql`
    do $$ begin
      create extension if not exists pg_trgm;
    exception when others then
      raise notice 'pg_trgm could not be made: %', sqlerrm;
    end $$
  `.execute(db);
}
