import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HubError } from '../base/hub-error.ts';
import { readConfig } from '../config/index.ts';
import { type Database, findRunningPostgres, openDatabase, startEmbeddedPostgres } from '../store/index.ts';

const CONNECTIONS = 2;

export interface DatabaseOptions {
  /** Uses the database as it is found, and makes none. */
  readonly isAsFound?: boolean;
}

/**
 * Does something with the hub's database, whose address holds a password: that of DATABASE_URL, or the embedded one, of the hub that runs here or started
 * for the command and stopped again.
 * @throws HubError CONFIG_INVALID where there is none and none may be made.
 */
export async function withDatabase<Result>(
  use: (database: Database, databaseUrl: string) => Promise<Result>,
  { isAsFound = false }: DatabaseOptions = {},
): Promise<Result> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  const folder = join(resolve(dataDir ?? '.data'), 'postgres');
  const url = databaseUrl ?? (await findRunningPostgres(folder));
  if (url) return open(url, use, isAsFound);
  if (isAsFound && !existsSync(folder)) {
    throw new HubError('CONFIG_INVALID', `There is no database in ${resolve(dataDir ?? '.data')}`, {
      fix: 'Set DATABASE_URL or HUB_DATA_DIR as they are set for the hub.',
    });
  }
  const embedded = await startEmbeddedPostgres({ dataDir: folder });
  try {
    return await open(embedded.url, use, isAsFound);
  } finally {
    await embedded.stop();
  }
}

async function open<Result>(
  url: string,
  use: (database: Database, databaseUrl: string) => Promise<Result>,
  isAsFound: boolean,
): Promise<Result> {
  const database = await openDatabase(url, { maxConnections: CONNECTIONS });
  try {
    // Nobody has started a hub on it yet, perhaps.
    if (!isAsFound) await database.migrate();
    return await use(database, url);
  } finally {
    await database.close();
  }
}
