import { type Kysely, sql } from 'kysely';

/** Notes when a run of a stream last ended, so that whoever waits for one sees that it failed as the one before did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sync_streams add column last_ended_at timestamptz`.execute(db);
}
