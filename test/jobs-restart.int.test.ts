import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createGate,
  type JobsPlace,
  newJob,
  noteTurns,
  type OpenedJobs,
  openJobs,
  SYSTEM,
} from './support/open-jobs.ts';
import { startOwnPostgres } from './support/start-own-postgres.ts';
import { findRedisServer, NEEDS_REDIS, startRedis } from './support/start-redis.ts';

/** A server that a test stops and starts again. */
interface OwnServer {
  readonly place: JobsPlace;
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const servers: Readonly<Record<string, () => Promise<OwnServer>>> = {
  postgres: async () => {
    const { url, ...server } = await startOwnPostgres();
    return { place: { databaseUrl: url }, ...server };
  },
  redis: async () => {
    const { url, ...server } = await startRedis();
    return { place: { redis: { url, prefix: 'restart' } }, ...server };
  },
};

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 25_000, interval: 50 });
const OUTAGE = ['job queues do not answer', 'job queues answer again'];

describe.each(['postgres', 'redis'])('when %s goes away', (backend) => {
  const hasServer = backend === 'postgres' || NEEDS_REDIS || findRedisServer() !== undefined;
  const test = it.skipIf(!hasServer);
  let server: OwnServer;
  let opened: OpenedJobs;

  beforeEach(async () => {
    if (!hasServer) return;
    server = (await servers[backend]?.()) as OwnServer;
    // A lock that outlasts the outage: what is done meanwhile stays this process's own.
    opened = await openJobs(server.place, { lockMs: 20_000, stalledCheckMs: 500, drainMs: 1_000, backgroundSlots: 4 });
  });

  afterEach(async () => {
    await opened?.jobs.drain();
    await server?.stop();
  });

  test('jobs under way end, those that wait are done later, none is lost and none done twice', async () => {
    const { jobs, listEvents } = opened;
    const gate = createGate();
    const turns = noteTurns(({ data }) => (String(data.id).startsWith('slow') ? gate.opened : Promise.resolve()));
    const slow = ['slow-1', 'slow-2', 'slow-3', 'slow-4'];
    const waiting = Array.from({ length: 20 }, (_, index) => `waiting-${index}`);
    for (const id of [...slow, ...waiting]) await jobs.add(newJob(id));
    await jobs.start({ sync: turns.run });
    await until(() => expect(turns.ids.toSorted()).toEqual(slow));
    await server.halt();
    await until(() => expect(listEvents()).toContain(OUTAGE[0]));
    gate.open();
    await expect(jobs.add(newJob('meanwhile'))).rejects.toMatchObject({ code: 'INTERNAL', retryable: true });
    await server.resume();
    await until(() => expect(turns.ids).toHaveLength(slow.length + waiting.length));
    await until(async () => expect((await jobs.count())[0]).toMatchObject({ waiting: 0, active: 0, failed: 0 }));
    await jobs.add(newJob('afterwards'));
    await until(() => expect(turns.ids).toContain('afterwards'));
    expect(turns.ids.toSorted()).toEqual([...slow, ...waiting, 'afterwards'].toSorted());
    expect(listEvents().filter((event) => OUTAGE.includes(event))).toEqual(OUTAGE);
  });

  test('idle workers hear of new jobs again, and schedules go on', async () => {
    const { jobs } = opened;
    const turns = noteTurns();
    const hourly = { system: SYSTEM, name: 'sync', id: 'hourly', data: { id: 'hourly' }, every: { ms: 3_600_000 } };
    await jobs.schedule(hourly);
    await jobs.start({ sync: turns.run });
    await until(() => expect(turns.ids).toEqual(['hourly']));
    await server.halt();
    await server.resume();
    await until(async () => jobs.add(newJob('new')));
    await until(() => expect(turns.ids).toEqual(['hourly', 'new']));
    expect(await jobs.findNextRunMs(SYSTEM, 'hourly')).toBeGreaterThan(Date.now());
  });

  test('a drain ends all the same', async () => {
    const { jobs } = opened;
    const turns = noteTurns(() => new Promise(() => {}));
    await jobs.add(newJob('a'));
    await jobs.start({ sync: turns.run });
    await until(() => expect(turns.ids).toEqual(['a']));
    await server.halt();
    await jobs.drain();
    await server.resume();
    opened = await openJobs(server.place, { lockMs: 20_000, stalledCheckMs: 500 });
    expect((await opened.jobs.count())[0]).toMatchObject({ active: 1, failed: 0 });
  });

  test('a process that starts then is told so, without an address or a password', async () => {
    await server.halt();
    const refusal = await openJobs(server.place).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'CONFIG_INVALID', retryable: true });
    expect(JSON.stringify(refusal)).not.toContain('127.0.0.1');
  });
});
