import type { Log } from '../../base/log.ts';
import type { AppRegistry } from '../../ports/app-registry.ts';
import type { Database } from '../database.ts';
import { listen } from '../listen.ts';
import { withStoreErrors } from '../store-error.ts';
import { APPS_CHANNEL, type AppRecords, type AppRow, createAppRecords } from './app-records.ts';
import { isAppSecret } from './app-secret.ts';
import { createSnapshot, emptySnapshot } from './app-snapshot.ts';

/** The registered applications: the register itself, and what a hub knows of it at every moment. */
export interface AppStore extends AppRegistry, AppRecords {
  /** Stops hearing of changes. */
  close(): Promise<void>;
}

// Under the five seconds that a revocation may take, with time for a slow answer; most are told by NOTIFY long before.
const POLL_MS = 2000;
const READ_TIMEOUT_MS = 2000;
// A secret of the hub's has 43 characters; hashing a longer one would only cost time.
const MAX_SECRET_CHARS = 128;
const SELECT = 'select * from apps where revoked_at is null';

/**
 * Opens the applications on the hub's database, once they have been read. While the database does not answer, those that
 * are known stay let in: a revocation is a row there, so none can have been made that this hub would miss, and citizens
 * keep what needs no database.
 */
export async function createAppStore(database: Pick<Database, 'pool' | 'createClient'>, log?: Log): Promise<AppStore> {
  let snapshot = emptySnapshot;
  let reading: Promise<void> | undefined;
  let isWantedAgain = false;
  let isFailing = false;
  /** A change that comes while rows are read may not be among them: then they are read once more. */
  const readUntilStill = async (): Promise<void> => {
    try {
      while (isWantedAgain) {
        isWantedAgain = false;
        const query = { text: SELECT, query_timeout: READ_TIMEOUT_MS };
        const { rows } = await withStoreErrors(() => database.pool.query<AppRow>(query));
        snapshot = createSnapshot(rows, snapshot);
      }
    } finally {
      reading = undefined;
    }
  };
  const refresh = (): Promise<void> => {
    isWantedAgain = true;
    reading ??= readUntilStill();
    return reading;
  };
  const refreshSoon = (): void => {
    refresh().then(
      () => {
        isFailing = false;
      },
      (error: unknown) => {
        if (!isFailing) log?.warn('apps cannot be read; those known stay', { error });
        isFailing = true;
      },
    );
  };
  await refresh();
  const listener = listen(database, APPS_CHANNEL, { onMessage: refreshSoon, onUp: refreshSoon, onDown: () => {} });
  const timer = setInterval(refreshSoon, POLL_MS).unref();
  return {
    ...createRefreshing(createAppRecords(database), refresh),
    find: (id) => snapshot.apps.get(id)?.app,
    listOrigins: () => snapshot.origins,
    checkSecret: async (id, secret) =>
      secret.length <= MAX_SECRET_CHARS && isAppSecret(secret, snapshot.apps.get(id)?.secretHash),
    close: async () => {
      clearInterval(timer);
      await listener.close();
      await reading?.catch(() => {});
    },
  };
}

/** Not left to the message alone: whoever changes something and asks at once must find it changed. */
function createRefreshing(records: AppRecords, refresh: () => Promise<void>): AppRecords {
  const after = async <Result>(change: Promise<Result>): Promise<Result> => {
    const result = await change;
    await refresh();
    return result;
  };
  return {
    add: (app) => after(records.add(app)),
    upsert: (apps) => after(records.upsert(apps)),
    revoke: (id) => after(records.revoke(id)),
    rotateSecret: (id) => after(records.rotateSecret(id)),
    list: records.list,
  };
}
