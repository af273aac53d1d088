import { createLog } from '../../src/base/log.ts';
import { loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import { createDeliveryStore, openDatabase } from '../../src/store/index.ts';
import { createDeliveries, createJobs } from '../../src/sync/index.ts';
import type { WorkerSetup } from './sync-worker.ts';

// Brings submissions to their systems: a test kills it while it sends.

const setup = JSON.parse(process.argv[2] ?? '') as WorkerSetup & { readonly leaseMs: number };
const { root, databaseUrl, redisUrl, settings, lockMs, leaseMs } = setup;
const ring = {
  index: [{ id: 'i1', key: Buffer.from(setup.indexKey, 'base64') }],
  data: [{ id: 'd1', key: Buffer.from(setup.dataKey, 'base64') }],
};
const log = createLog('silent');
const database = await openDatabase(databaseUrl, { maxConnections: 8 });
const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
const connectors = loadConnectors(['dinas'], { root, sharedSdl: readSharedSdl(), settings, links });
const systems = connectors.flatMap((one) => one.systems);
const jobs = await createJobs({
  systems: systems.map(({ name }) => `dinas/${name}`),
  place: redisUrl ? { redis: { url: redisUrl, prefix: 'kill' } } : { databaseUrl },
  log,
  timing: { lockMs, stalledCheckMs: lockMs / 4 },
});
const deliveries = createDeliveries({
  store: createDeliveryStore(database, ring),
  submissions: systems.flatMap(({ submissions }) => submissions),
  ...{ jobs, log },
  timing: { leaseMs, sweepEveryMs: leaseMs / 5 },
});
await jobs.start(deliveries.runners);
deliveries.start();
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
