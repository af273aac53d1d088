import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { type Database, findRunningPostgres, openDatabase, startEmbeddedPostgres } from '../../store/index.ts';
import type { AuditSetting } from './audit-setting.ts';

/** Does something with the hub's database: the one that is set, that of the hub that runs here, or the embedded one, started for it. */
export async function withAuditDatabase<Result>(
  { databaseUrl, dataDir }: AuditSetting,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const folder = join(dataDir, 'postgres');
  const url = databaseUrl ?? (await findRunningPostgres(folder));
  if (url) return askDatabase(url, use);
  if (!existsSync(folder)) {
    throw new HubError('CONFIG_INVALID', `There is no database in ${dataDir}`, {
      fix: 'Set DATABASE_URL or HUB_DATA_DIR as they are set for the hub.',
    });
  }
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  try {
    return await askDatabase(postgres.url, use);
  } finally {
    await postgres.stop();
  }
}

async function askDatabase<Result>(url: string, use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(url, { maxConnections: 2 });
  try {
    const { rows } = await database.pool.query<{ has: boolean }>(`select to_regclass('access_log') is not null as has`);
    if (rows[0]?.has) return await use(database);
    throw new HubError('CONFIG_INVALID', 'This database has no access log yet', {
      fix: 'Start the hub on it once, which makes the table; see that it is the right database.',
    });
  } finally {
    await database.close();
  }
}
