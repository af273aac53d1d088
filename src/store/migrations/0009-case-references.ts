import { type Kysely, sql } from 'kysely';

/**
 * Gives references of cases a sealed column: offices write names into them. Those from before stay where they are, for
 * a migration has no keys.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column reference_encrypted bytea, alter column reference drop not null`.execute(db);
}
