import { resolve } from 'node:path';
import { systemClock } from '../../base/clock.ts';
import { createLog } from '../../base/log.ts';
import { getKeys, type HubConfig, readConfig } from '../../config/index.ts';
import type { CompiledStream } from '../../connector/index.ts';
import type { SyncControl } from '../../ports/sync-control.ts';
import { createJobs, createStreamControl } from '../../sync/index.ts';
import { chooseOpds, loadAllOffline } from '../connector/open-connectors.ts';
import { withDatabase } from '../with-database.ts';

/** Does something with the streams, and closes what that opened. */
export type WithSync = <Result>(use: (control: SyncControl) => Promise<Result>) => Promise<Result>;

/** The streams of the hub of these settings: of its database and its queues. A hub that runs does what is asked for. */
export const withHubSync: WithSync = (use) => {
  const config = readConfig(process.env);
  const streams = listStreams(config);
  return withDatabase(async (database, databaseUrl) => {
    const keys = getKeys(config.indexKeys, config.dataKeys, resolve(config.dataDir ?? '.data'));
    const { redisUrl, redisPrefix = 'hub' } = config;
    const jobs = await createJobs({
      systems: [...new Set(streams.map(({ opd, system }) => `${opd}/${system}`))],
      place: redisUrl ? { redis: { url: redisUrl, prefix: redisPrefix } } : { databaseUrl },
      log: createLog('silent'),
    });
    try {
      return await use(createStreamControl({ database, ring: keys, clock: systemClock }, streams, jobs));
    } finally {
      await jobs.drain();
    }
  });
};

/** No system is called from here, so that nobody needs its address and password to look at its streams. */
function listStreams({ connectors, subgraphUrls }: HubConfig): readonly CompiledStream[] {
  const here = chooseOpds(connectors).filter((opd) => !subgraphUrls.has(opd));
  return loadAllOffline(here).flatMap(({ systems }) => systems.flatMap((system) => system.streams));
}
