import { type Kysely, sql } from 'kysely';

/** Keeps how the columns of a stream's source have changed, so that whoever mends the connector file sees it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sync_streams add column drift jsonb not null default '[]'`.execute(db);
}
