import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '../demo/random.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { openFilingScene } from './support/filing-system/open-filing-scene.ts';
import { findRedisServer, NEEDS_REDIS, startRedis } from './support/start-redis.ts';
import { startWorker, type WorkerProcess } from './support/start-worker.ts';

// `npm run test:long`: twenty kills.
const [KILLS, EACH] = process.env.HUB_TESTS_LONG === undefined ? [4, 5] : [20, 20];
const CITIZENS = 24;
const ACCEPTED = CITIZENS * EACH * 2;
const LOCK_MS = 1_000;
/** Longer than a look and a sending of the filing system may take together. */
const LEASE_MS = 2_500;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Place = 'postgres' | 'redis';
const isSkipped = (backend: Place) => backend === 'redis' && !NEEDS_REDIS && findRedisServer() === undefined;

describe.each<Place>(['postgres', 'redis'])('a worker on %s', (backend) => {
  it.skipIf(isSkipped(backend))(
    `that is killed ${KILLS} times while it brings ${ACCEPTED} submissions loses none, doubles none and keeps their order`,
    async () => {
      const { scene, setup } = await openScene(backend);
      await scene.accept(CITIZENS, EACH);
      const random = createRandom('delivery kills', backend);
      let worker: WorkerProcess | undefined;
      closing.push(async () => worker?.kill());
      const part = Math.floor(ACCEPTED / KILLS);
      for (let kill = 0; kill < KILLS; kill++) {
        worker = await startWorker('delivery-worker.ts', setup);
        const killAt = part * kill + random.whole(Math.floor(part * 0.2), Math.floor(part * 0.8));
        while (scene.system.begun() < killAt) await sleep(5);
        await worker.kill();
      }
      worker = await startWorker('delivery-worker.ts', setup);
      while ((await scene.countOpen()) > 0) await sleep(20);
      await scene.expectAllThere();
      // Or the kills have hit nothing.
      const text = 'select count(*)::int as again from outbox where attempts > 1';
      const { rows } = await scene.database.pool.query<{ again: number }>(text);
      expect(rows[0]?.again).toBeGreaterThan(KILLS);
    },
    KILLS * 60_000,
  );
});

async function openScene(backend: Place) {
  const databaseUrl = await createTestDatabase();
  const redis = backend === 'redis' ? await startRedis() : undefined;
  if (redis) closing.push(() => redis.stop());
  const place = redis ? { redis: { url: redis.url, prefix: 'kill' } } : { databaseUrl };
  const scene = await openFilingScene({ databaseUrl, place, seed: redis ? 2 : 1 });
  closing.push(() => scene.close());
  const { root, settings, ring } = scene;
  const keyOf = ([key]: typeof ring.index) => key?.key.toString('base64') ?? '';
  const setup = {
    ...{ root, databaseUrl, settings, lockMs: LOCK_MS, leaseMs: LEASE_MS },
    ...(redis && { redisUrl: redis.url }),
    ...{ indexKey: keyOf(ring.index), dataKey: keyOf(ring.data) },
  };
  return { scene, setup };
}
