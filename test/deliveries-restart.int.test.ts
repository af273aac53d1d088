import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../src/base/log.ts';
import { loadConnectors } from '../src/connector/index.ts';
import { readSharedSdl } from '../src/hub.ts';
import { createDeliveryStore } from '../src/store/index.ts';
import { createDeliveries } from '../src/sync/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { type FilingScene, openFilingScene } from './support/filing-system/open-filing-scene.ts';
import { startOwnPostgres } from './support/start-own-postgres.ts';
import { findRedisServer, NEEDS_REDIS, startRedis } from './support/start-redis.ts';

const [CITIZENS, EACH] = [24, 4];
/** Longer than a look and a sending of the filing system may take together. */
const LEASE_MS = 2_500;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const servers = {
  'PostgreSQL is stopped and started': async () => {
    const { url, halt, resume, stop } = await startOwnPostgres();
    closing.push(stop);
    return { databaseUrl: url, place: { databaseUrl: url }, restart: () => halt().then(resume) };
  },
  'PostgreSQL is killed and repairs itself': async () => {
    const { url, crash, resume, stop } = await startOwnPostgres({ durable: true });
    closing.push(stop);
    return { databaseUrl: url, place: { databaseUrl: url }, restart: () => crash().then(resume) };
  },
  'Redis is stopped and started': async () => {
    const { url, halt, resume, stop } = await startRedis();
    closing.push(stop);
    const place = { redis: { url, prefix: 'restart' } };
    return { databaseUrl: await createTestDatabase(), place, restart: () => halt().then(resume) };
  },
};

describe.each(Object.entries(servers))('while %s', (name, start) => {
  const isSkipped = name.startsWith('Redis') && !NEEDS_REDIS && findRedisServer() === undefined;
  it.skipIf(isSkipped)(
    'deliveries go on, lose none, double none and keep their order',
    async () => {
      const { databaseUrl, place, restart } = await start();
      const scene = await openFilingScene({ databaseUrl, place, seed: 3 });
      closing.push(() => scene.close());
      await scene.accept(CITIZENS, EACH);
      await work(scene);
      for (const share of [0.2, 0.6]) {
        while (scene.system.begun() < share * CITIZENS * EACH * 2) await sleep(5);
        await restart();
      }
      await vi.waitFor(async () => expect(await scene.countOpen()).toBe(0), { timeout: 90_000, interval: 100 });
      await scene.expectAllThere();
    },
    150_000,
  );
});

/** One hub that stays up all the while. */
async function work({ database, jobs, ring, root, settings }: FilingScene): Promise<void> {
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const connectors = loadConnectors(['dinas'], { root, sharedSdl: readSharedSdl(), settings, links });
  const deliveries = createDeliveries({
    store: createDeliveryStore(database, ring),
    submissions: connectors.flatMap(({ systems }) => systems.flatMap((one) => one.submissions)),
    ...{ jobs, log: createLog('silent') },
    timing: { leaseMs: LEASE_MS, sweepEveryMs: LEASE_MS / 5 },
  });
  closing.push(async () => {
    await deliveries.close();
    await jobs.drain();
    for (const one of connectors) await one.close();
  });
  await jobs.start(deliveries.runners);
  deliveries.start();
}
