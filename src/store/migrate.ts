import { Kysely, PostgresDialect } from 'kysely';
import { type MigrationResult, Migrator } from 'kysely/migration';
import { Pool, type PoolConfig } from 'pg';
import { HubError } from '../base/hub-error.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings the database up to this hub's schema and returns the names of the migrations that it ran. All of them succeed
 * or none does, and hubs that start together wait for each other.
 * @throws HubError CONFIG_INVALID that names the migration which failed.
 */
export async function runMigrations(connection: PoolConfig): Promise<readonly string[]> {
  // A connection of its own: a large table takes longer to change than any query may take, and the lock that keeps
  // hubs apart belongs to the session.
  const pool = new Pool({ ...connection, max: 1, statement_timeout: 0, application_name: 'hub migrations' });
  pool.on('error', () => undefined); // the query under way reports it
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableName: 'hub_migrations',
      migrationLockTableName: 'hub_migrations_lock',
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw migrationFailed(error, results);
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

function migrationFailed(cause: unknown, results: readonly MigrationResult[]): HubError {
  const failed = results.find((result) => result.status === 'Error');
  if (failed !== undefined) {
    return new HubError('CONFIG_INVALID', `Migration ${failed.migrationName} failed; the database is as it was`, {
      fix: 'Read the cause in the log; most often the role lacks a right on this database or the disk is full.',
      cause,
    });
  }
  const missing = /previously executed migration (\S+) is missing/.exec(cause instanceof Error ? cause.message : '');
  if (missing !== null) {
    return new HubError('CONFIG_INVALID', `The database is of a newer hub: it has migration ${missing[1]}`, {
      fix: 'Start that newer hub, or restore the database from before the update.',
      cause,
    });
  }
  return new HubError('CONFIG_INVALID', 'The database could not be prepared for its migrations', {
    fix: 'Let the role of DATABASE_URL create tables in this database.',
    cause,
  });
}
