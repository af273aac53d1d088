import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '../demo/random.ts';
import { createLog } from '../src/base/log.ts';
import { createOutboxStore, type Database, openDatabase } from '../src/store/index.ts';
import { createJobs, createOutbox } from '../src/sync/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import {
  type FilingContract,
  type FilingSystem,
  startFilingSystem,
} from './support/filing-system/start-filing-system.ts';
import { filingKinds, writeFilingConnector } from './support/filing-system/write-filing-connector.ts';
import { newKeyRing, nikOf } from './support/open-access-log.ts';
import { findRedisServer, NEEDS_REDIS, startRedis } from './support/start-redis.ts';
import { startWorker, type WorkerProcess } from './support/start-worker.ts';

// `npm run test:long`: twenty kills.
const [KILLS, EACH] = process.env.HUB_TESTS_LONG === undefined ? [4, 5] : [20, 20];
const CITIZENS = 24;
const LOCK_MS = 1_000;
/** Longer than a look and a sending of the filing system may take together. */
const LEASE_MS = 2_500;
const CONTRACTS: readonly FilingContract[] = ['dikenal', 'jejak'];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Place = 'postgres' | 'redis';
const isSkipped = (backend: Place) => backend === 'redis' && !NEEDS_REDIS && findRedisServer() === undefined;

describe.each<Place>(['postgres', 'redis'])('a worker on %s', (backend) => {
  it.skipIf(isSkipped(backend))(
    `that is killed ${KILLS} times while it brings submissions loses none, doubles none and keeps their order`,
    async () => {
      const { system, database, setup, outbox } = await openScene(backend);
      const accepted = await acceptAll(outbox);
      const random = createRandom('delivery kills', backend);
      let worker: WorkerProcess | undefined;
      closing.push(async () => worker?.kill());
      const part = Math.floor(accepted.length / KILLS);
      for (let kill = 0; kill < KILLS; kill++) {
        worker = await startWorker('delivery-worker.ts', setup);
        const killAt = part * kill + random.whole(Math.floor(part * 0.2), Math.floor(part * 0.8));
        await until(async () => system.begun() >= killAt);
        await worker.kill();
      }
      worker = await startWorker('delivery-worker.ts', setup);
      await until(async () => (await countOpen(database)) === 0);
      expect(countFates(system, accepted)).toEqual({ lost: 0, doubled: 0, astray: 0 });
      for (const contract of CONTRACTS) {
        const handedIn = accepted.filter((one) => one.contract === contract);
        expect(listByCitizen(system.taken(contract))).toEqual(listByCitizen(handedIn));
      }
      for (const { nik, id, isi, contract } of accepted) {
        const taken = system.taken(contract).find((one) => one.isi === isi);
        expect(await outbox.find(nik, id)).toMatchObject({ state: 'delivered', receipt: taken?.nomor });
      }
      // Or the kills have hit nothing.
      const { rows } = await database.pool.query<{ again: number }>(
        'select count(*)::int as again from outbox where attempts > 1',
      );
      expect(rows[0]?.again).toBeGreaterThan(KILLS);
    },
    KILLS * 60_000,
  );
});

async function openScene(backend: Place) {
  const root = await mkdtemp(join(tmpdir(), 'filing-'));
  closing.push(() => rm(root, { recursive: true }));
  writeFilingConnector(root);
  const system = await startFilingSystem(backend === 'redis' ? 2 : 1);
  closing.push(() => system.stop());
  const databaseUrl = await createTestDatabase();
  const database = await openDatabase(databaseUrl, { maxConnections: 4 });
  closing.push(() => database.close());
  await database.migrate();
  const redis = backend === 'redis' ? await startRedis() : undefined;
  if (redis) closing.push(() => redis.stop());
  const log = createLog('silent');
  const place = redis ? { redis: { url: redis.url, prefix: 'kill' } } : { databaseUrl };
  const jobs = await createJobs({ systems: CONTRACTS.map((name) => `dinas/${name}`), place, log });
  closing.push(() => jobs.drain());
  const ring = newKeyRing();
  const keyOf = ([key]: typeof ring.index) => key?.key.toString('base64') ?? '';
  const setup = {
    ...{ root, databaseUrl, settings: { FILING_URL: system.url }, lockMs: LOCK_MS, leaseMs: LEASE_MS },
    ...(redis && { redisUrl: redis.url }),
    ...{ indexKey: keyOf(ring.index), dataKey: keyOf(ring.data) },
  };
  return { system, database, setup, outbox: createOutbox(createOutboxStore(database, ring), jobs, log) };
}

interface Accepted {
  readonly contract: FilingContract;
  readonly nik: string;
  readonly isi: string;
  readonly id: string;
}

/** Each citizen hands in the same number by both contracts, one after the other. */
async function acceptAll(outbox: ReturnType<typeof createOutbox>): Promise<Accepted[]> {
  const accepted: Accepted[] = [];
  for (let turn = 0; turn < EACH; turn++) {
    for (let citizen = 1; citizen <= CITIZENS; citizen++) {
      for (const contract of CONTRACTS) {
        const [nik, isi] = [nikOf(citizen), `${contract} ${citizen} kiriman ke-${turn + 1}`];
        const place = { kind: filingKinds[contract], opd: 'dinas', system: contract, nik, attachments: [] };
        const content = { nik, text: isi };
        const { id } = await outbox.accept({ ...place, idempotencyKey: randomUUID(), content });
        accepted.push({ contract, nik, isi, id });
      }
    }
  }
  return accepted;
}

function countFates(system: FilingSystem, accepted: readonly Accepted[]) {
  const taken = CONTRACTS.flatMap((contract) => system.taken(contract));
  const timesOf = Map.groupBy(taken, ({ isi }) => isi);
  const times = accepted.map(({ isi }) => timesOf.get(isi)?.length ?? 0);
  return {
    lost: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length,
    astray: taken.length - times.reduce((sum, count) => sum + count, 0),
  };
}

/** What each citizen handed in, in its order. */
function listByCitizen(entries: readonly { readonly nik: string; readonly isi: string }[]) {
  const byCitizen = Map.groupBy(entries, ({ nik }) => nik);
  return new Map([...byCitizen].map(([nik, own]) => [nik, own.map(({ isi }) => isi)]));
}

async function countOpen(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ open: number }>(
    "select count(*)::int as open from outbox where state <> 'delivered'",
  );
  return rows[0]?.open ?? 0;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(5);
}
