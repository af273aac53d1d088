import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '../demo/random.ts';
import { createLog } from '../src/base/log.ts';
import { createJobs, type HubJobs, type JobsOptions } from '../src/sync/index.ts';
import { closeListSyncs, expectSame, openListSync } from './support/open-list-sync.ts';
import type { OpenSync } from './support/open-sync.ts';
import { findRedisServer, NEEDS_REDIS, startRedis } from './support/start-redis.ts';
import { startWorker, type WorkerProcess } from './support/start-worker.ts';

// `npm run test:long`: a million rows and twenty kills.
const isLong = process.env.HUB_TESTS_LONG !== undefined;
const [ROWS, KILLS] = isLong ? [1_000_000, 20] : [20_000, 4];
const SYSTEM = 'dinas/daftar';
const LOCK_MS = 1_000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await closeListSyncs();
});

type Place = 'postgres' | 'redis';
const isSkipped = (backend: Place) => backend === 'redis' && !NEEDS_REDIS && findRedisServer() === undefined;

describe.each<Place>(['postgres', 'redis'])('a worker on %s', (backend) => {
  it.skipIf(isSkipped(backend))(
    `that is killed ${KILLS} times while it copies ${ROWS} rows loses none and doubles none`,
    async () => {
      const { source, sync, settings, write } = await openListSync('sql', { rows: ROWS, size: isLong ? 2000 : 200 });
      const { place, setup } = await openPlace(backend, sync, settings);
      const jobs = await openQueue(place);
      const random = createRandom('kills', backend === 'redis' ? 2 : 1);
      let worker: WorkerProcess | undefined;
      closing.push(async () => worker?.kill());
      for (let kill = 0; kill < KILLS; kill++) {
        // The first half in the load, the others in a sweep behind it, in which rows come, change and go.
        if (kill === KILLS / 2) {
          worker ??= await startWorker('sync-worker.ts', setup);
          await until(async () => (await sync.stateOf()).is_complete === true);
          source.table.advance(60_000);
          source.table.updateSome(Math.floor(ROWS / 50));
          source.table.insert(50);
          source.table.remove(
            ...source.table
              .rows()
              .slice(10, 40)
              .map(({ id }) => String(id)),
          );
          await write();
        }
        const mode = kill < KILLS / 2 ? 'changes' : 'sweep';
        await jobs.add({
          system: SYSTEM,
          name: 'sync',
          data: { stream: sync.stream.id, mode },
          id: `run-${mode}`,
          isForPerson: false,
        });
        worker ??= await startWorker('sync-worker.ts', setup);
        const part = ROWS / (KILLS / 2);
        const killAt = part * (kill % (KILLS / 2)) + random.whole(Math.floor(part / 10), Math.floor(part * 0.9));
        await until(async () => (await readOfRun(sync)) >= killAt);
        await worker.kill();
        worker = undefined;
      }
      worker = await startWorker('sync-worker.ts', setup);
      await until(async () => (await sweepOf(sync)) === 'succeeded');
      await expectSame({ source, sync });
      const { counts } = await lastRun(sync);
      expect(counts.read).toBe(counts.written + counts.unchanged + counts.rejected + counts.deleted);
      expect(counts.vanished).toBe(30);
    },
    isLong ? 1_800_000 : 120_000,
  );
});

async function openPlace(
  backend: Place,
  { root, databaseUrl, ring }: OpenSync,
  settings: Readonly<Record<string, string>>,
) {
  const redis = backend === 'redis' ? await startRedis() : undefined;
  if (redis) closing.push(() => redis.stop());
  const place: JobsOptions['place'] = redis ? { redis: { url: redis.url, prefix: 'kill' } } : { databaseUrl };
  const [index, data] = [ring.index[0], ring.data[0]];
  const setup = {
    root,
    databaseUrl,
    ...(redis && { redisUrl: redis.url }),
    settings,
    indexKey: index?.key.toString('base64') ?? '',
    dataKey: data?.key.toString('base64') ?? '',
    lockMs: LOCK_MS,
  };
  return { place, setup };
}

async function openQueue(place: JobsOptions['place']): Promise<HubJobs> {
  const jobs = await createJobs({ systems: [SYSTEM], place, log: createLog('silent') });
  closing.push(() => jobs.drain());
  return jobs;
}

async function lastRun({ database }: OpenSync) {
  const { rows } = await database.pool.query<{ state: string; mode: string; read: string; [count: string]: string }>(
    'select * from sync_runs order by id desc limit 1',
  );
  const [run] = rows;
  const counts = Object.fromEntries(
    ['read', 'written', 'unchanged', 'rejected', 'deleted', 'vanished'].map((name) => [name, Number(run?.[name] ?? 0)]),
  ) as Record<'read' | 'written' | 'unchanged' | 'rejected' | 'deleted' | 'vanished', number>;
  return { state: run?.state, mode: run?.mode, counts };
}

const readOfRun = async (sync: OpenSync) => (await lastRun(sync)).counts.read;

async function sweepOf(sync: OpenSync): Promise<string | undefined> {
  const { rows } = await sync.database.pool.query<{ state: string }>(
    "select state from sync_runs where mode = 'sweep' and vanished > 0 order by id desc limit 1",
  );
  return rows[0]?.state;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(5);
}
