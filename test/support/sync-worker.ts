import { systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import { openDatabase } from '../../src/store/index.ts';
import { createJobs, createStreamJob } from '../../src/sync/index.ts';

// A worker of its own: a test kills it in the middle of its work.

/** What a worker process is told, as JSON in its only argument. */
export interface WorkerSetup {
  readonly root: string;
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly settings: Readonly<Record<string, string>>;
  /** 32 bytes each, base64. */
  readonly indexKey: string;
  readonly dataKey: string;
  /** So many milliseconds a killed worker's job waits before another takes it. */
  readonly lockMs: number;
}

const setup = JSON.parse(process.argv[2] ?? '') as WorkerSetup;
const { root, databaseUrl, redisUrl, settings, lockMs } = setup;
const ring = {
  index: [{ id: 'i1', key: Buffer.from(setup.indexKey, 'base64') }],
  data: [{ id: 'd1', key: Buffer.from(setup.dataKey, 'base64') }],
};
const log = createLog('silent');
const database = await openDatabase(databaseUrl, { maxConnections: 2 });
const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
const connectors = loadConnectors(['dinas'], { root, sharedSdl: readSharedSdl(), settings, links });
const streams = connectors.flatMap(({ systems }) => systems.flatMap((system) => system.streams));
const jobs = await createJobs({
  systems: ['dinas/daftar'],
  place: redisUrl ? { redis: { url: redisUrl, prefix: 'kill' } } : { databaseUrl },
  log,
  timing: { lockMs, stalledCheckMs: lockMs / 4 },
});
await jobs.start({ sync: createStreamJob({ database, ring, clock: systemClock }, streams, log) });
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
