import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../src/base/clock.ts';
import { createLog } from '../src/base/log.ts';
import type { RunMode } from '../src/ports/sync-control.ts';
import { createJobs, createStreamJob, type HubJobs, type JobsOptions } from '../src/sync/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { closeListSyncs, expectSame, openListSync } from './support/open-list-sync.ts';
import type { OpenSync } from './support/open-sync.ts';
import { startOwnPostgres } from './support/start-own-postgres.ts';
import { findRedisServer, NEEDS_REDIS, startRedis } from './support/start-redis.ts';

const ROWS = 10_000;
const SYSTEM = 'dinas/daftar';
const REMOVED = 30;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await closeListSyncs();
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server that goes away and comes back while somebody uses it. */
interface Scene {
  readonly databaseUrl: string;
  readonly place: JobsOptions['place'];
  restart(): Promise<void>;
  /** Whether a sweep goes on where it stood; else what it had seen is lost, and it begins anew. */
  readonly keepsSeen: boolean;
}

const scenes: Readonly<Record<string, () => Promise<Scene>>> = {
  'PostgreSQL is stopped and started': async () => {
    const { url, halt, resume, stop } = await startOwnPostgres();
    closing.push(stop);
    const restart = () => halt().then(resume);
    return { databaseUrl: url, place: { databaseUrl: url }, restart, keepsSeen: true };
  },
  'PostgreSQL is killed and repairs itself': async () => {
    const { url, crash, resume, stop } = await startOwnPostgres({ durable: true });
    closing.push(stop);
    const restart = () => crash().then(resume);
    return { databaseUrl: url, place: { databaseUrl: url }, restart, keepsSeen: false };
  },
  'Redis is stopped and started': async () => {
    const { url, halt, resume, stop } = await startRedis();
    closing.push(stop);
    const databaseUrl = await createTestDatabase();
    const place = { redis: { url, prefix: 'restart' } };
    return { databaseUrl, place, restart: () => halt().then(resume), keepsSeen: true };
  },
};

const isSkipped = (name: string) => name.startsWith('Redis') && !NEEDS_REDIS && findRedisServer() === undefined;
const until = <Found>(check: () => Promise<Found>) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

function open(name: string): Promise<Scene> {
  const scene = scenes[name];
  if (!scene) throw new Error(name);
  return scene();
}

describe.each(Object.keys(scenes))('while %s', (name) => {
  it.skipIf(isSkipped(name))(
    'a load and a sweep go on, lose no row and double none',
    async () => {
      const { databaseUrl, place, restart, keepsSeen } = await open(name);
      const { source, sync, write } = await openListSync('sql', { rows: ROWS, size: 20, databaseUrl });
      const jobs = await work(sync, place);
      await add(jobs, sync, 'changes');
      await until(async () => {
        const { state, read } = await lastRun(sync);
        expect([state, read > ROWS / 4]).toEqual(['running', true]);
      });
      await restart();
      await until(async () => expect(await sync.stateOf()).toMatchObject({ is_complete: true, state: 'idle' }));
      await expectSame({ source, sync });

      source.table.advance(60_000);
      source.table.updateSome(ROWS / 50);
      source.table.insert(50);
      const ids = source.table.rows().map(({ id }) => String(id));
      source.table.remove(...ids.slice(10, 10 + REMOVED));
      await write();
      await add(jobs, sync, 'sweep');
      const hit = await until(async () => {
        const { id, state, read } = await lastRun(sync);
        expect([state, read > ROWS / 2]).toEqual(['running', true]);
        return id;
      });
      await restart();
      await until(async () => expect((await lastRun(sync)).state).toBe('succeeded'));
      await expectSame({ source, sync });
      const { id, read, written, unchanged, rejected, deleted, vanished } = await lastRun(sync);
      expect(id === hit).toBe(keepsSeen);
      expect(read).toBe(written + unchanged + rejected + deleted);
      expect(vanished).toBe(REMOVED);
      await until(async () => expect((await jobs.count())[0]).toMatchObject({ waiting: 0, active: 0, failed: 0 }));
    },
    120_000,
  );
});

/** One hub that stays up all the while. */
async function work({ database, ring, stream }: OpenSync, place: JobsOptions['place']): Promise<HubJobs> {
  const log = createLog('silent');
  const timing = { lockMs: 2_000, stalledCheckMs: 500, backoffMs: 50, maxBackoffMs: 500, retryPauseMs: 50 };
  const jobs = await createJobs({ systems: [SYSTEM], place, log, timing: { ...timing, backgroundAttempts: 100 } });
  closing.push(() => jobs.drain());
  await jobs.start({ sync: createStreamJob({ database, ring, clock: systemClock }, [stream], log) });
  return jobs;
}

async function add(jobs: HubJobs, { stream }: OpenSync, mode: RunMode): Promise<void> {
  const data = { stream: stream.id, mode };
  await jobs.add({ system: SYSTEM, name: 'sync', data, id: `run-${mode}`, isForPerson: false });
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly read: number;
  readonly written: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly deleted: number;
  readonly vanished: number;
}

async function lastRun({ database }: OpenSync): Promise<Run> {
  const { rows } = await database.pool.query<Run>(
    `select id, state, read::int, written::int, unchanged::int, rejected::int, deleted::int, vanished::int
     from sync_runs order by id desc limit 1`,
  );
  return rows[0] as Run;
}
