import { join, resolve } from 'node:path';
import { readConfig } from '../config/index.ts';
import { type Database, findRunningPostgres, openDatabase, startEmbeddedPostgres } from '../store/index.ts';

const CONNECTIONS = 2;

/**
 * Does something with the hub's database: that of DATABASE_URL, or the embedded one, of the hub that runs here or started
 * for the command and stopped again.
 */
export async function withDatabase<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  const folder = join(resolve(dataDir ?? '.data'), 'postgres');
  const url = databaseUrl ?? (await findRunningPostgres(folder));
  if (url) return open(url, use);
  const embedded = await startEmbeddedPostgres({ dataDir: folder });
  try {
    return await open(embedded.url, use);
  } finally {
    await embedded.stop();
  }
}

async function open<Result>(url: string, use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(url, { maxConnections: CONNECTIONS });
  try {
    // Nobody has started a hub on it yet, perhaps.
    await database.migrate();
    return await use(database);
  } finally {
    await database.close();
  }
}
