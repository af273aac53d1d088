import { HubError } from '../../base/hub-error.ts';
import type { Database } from '../../store/index.ts';
import { withDatabase } from '../with-database.ts';

/** Does something with the hub's database, which is looked at and not changed. @throws HubError CONFIG_INVALID without a log in it. */
export async function withAuditDatabase<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
  const check = async (database: Database): Promise<Result> => {
    const { rows } = await database.pool.query<{ has: boolean }>(`select to_regclass('access_log') is not null as has`);
    if (rows[0]?.has) return use(database);
    throw new HubError('CONFIG_INVALID', 'This database has no access log yet', {
      fix: 'Start the hub on it once, which makes the table; see that it is the right database.',
    });
  };
  return withDatabase(check, { isAsFound: true });
}
