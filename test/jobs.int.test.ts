import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HubError } from '../src/base/hub-error.ts';
import type { JobsTiming } from '../src/sync/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import {
  createGate,
  type JobsPlace,
  newJob,
  noteTurns,
  type OpenedJobs,
  OTHER_SYSTEM,
  openJobs,
  SYSTEM,
} from './support/open-jobs.ts';
import { findRedisServer, NEEDS_REDIS, startRedis, type TestRedis } from './support/start-redis.ts';

const hasRedis = NEEDS_REDIS || findRedisServer() !== undefined;
let redis: TestRedis | undefined;
let place: JobsPlace;
let opened: OpenedJobs[] = [];

beforeAll(async () => {
  if (hasRedis) redis = await startRedis();
});

afterAll(async () => {
  await redis?.stop();
});

const places: Readonly<Record<string, () => Promise<JobsPlace>>> = {
  postgres: async () => ({ databaseUrl: await createTestDatabase() }),
  redis: async () => ({ redis: { url: redis?.url ?? '', prefix: `test-${randomUUID()}` } }),
};

/** The queues of one process; more calls are more processes. */
async function open(timing: Partial<JobsTiming> = {}): Promise<OpenedJobs['jobs']> {
  const one = await openJobs(place, timing);
  opened.push(one);
  return one.jobs;
}

const countOf = async (jobs: OpenedJobs['jobs'], system = SYSTEM) =>
  (await jobs.count()).find((counts) => counts.system === system);
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 25_000, interval: 20 });
const passing = (message = 'No answer.') => new HubError('OPD_UNAVAILABLE', message, { retryable: true });

describe.each(['postgres', 'redis'])('jobs on %s', (backend) => {
  const test = it.skipIf(backend === 'redis' && !hasRedis);

  beforeEach(async () => {
    if (backend === 'redis' && !hasRedis) return;
    place = (await places[backend]?.()) as JobsPlace;
  });

  afterEach(async () => {
    await Promise.all(opened.map(({ jobs }) => jobs.drain()));
    opened = [];
  });

  describe('are done', () => {
    test('with what they are about, and are gone afterwards', async () => {
      const jobs = await open();
      const turns = noteTurns(async ({ reportProgress }) => reportProgress(50));
      await jobs.add(newJob('a', { data: { id: 'a', page: 3, isFull: true } }));
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids).toEqual(['a']));
      const { system, name, attempt, data } = turns.attempts[0] ?? {};
      expect({ system, name, attempt, data }).toEqual({
        system: SYSTEM,
        name: 'sync',
        attempt: 1,
        data: { id: 'a', page: 3, isFull: true },
      });
      const nothing = { waiting: 0, active: 0, delayed: 0, failed: 0, isPaused: false };
      await until(async () => expect(await countOf(jobs)).toEqual({ system: SYSTEM, ...nothing }));
    });

    test('for a person before all others, even while those have all their slots', async () => {
      const jobs = await open();
      const gate = createGate();
      const turns = noteTurns(({ name }) => (name === 'sync' ? gate.opened : Promise.resolve()));
      for (const id of ['load', 'load-2', 'load-3']) await jobs.add(newJob(id));
      await jobs.start({ sync: turns.run, deliver: turns.run });
      await until(() => expect(turns.ids).toEqual(['load']));
      for (const id of ['p1', 'p2']) await jobs.add(newJob(id, { name: 'deliver', isForPerson: true }));
      await until(() => expect(turns.ids).toEqual(['load', 'p1', 'p2']));
      gate.open();
      await until(() => expect(turns.ids).toEqual(['load', 'p1', 'p2', 'load-2', 'load-3']));
    });

    test('not before their delay is over', async () => {
      const jobs = await open();
      const turns = noteTurns();
      await jobs.start({ sync: turns.run });
      await jobs.add(newJob('later', { delayMs: 500 }));
      await jobs.add(newJob('now'));
      await until(() => expect(turns.ids).toEqual(['now', 'later']));
    });

    test('by the process that knows how, and left alone by the others', async () => {
      const stranger = await open();
      await stranger.add(newJob('a', { name: 'deliver' }));
      await stranger.start({ sync: noteTurns().run });
      await until(async () => expect((await countOf(stranger))?.delayed).toBe(1));
      const turns = noteTurns();
      await (await open()).start({ deliver: turns.run });
      await until(() => expect(turns.attempts.map(({ attempt }) => attempt)).toEqual([1]));
    });

    test('once each by two processes, and none is lost', async () => {
      const [one, two] = [await open({ backgroundSlots: 4 }), await open({ backgroundSlots: 4 })];
      const turns = noteTurns();
      await Promise.all([one.start({ sync: turns.run }), two.start({ sync: turns.run })]);
      const ids = Array.from({ length: 300 }, (_, index) => `job-${index}`);
      await Promise.all(ids.map((id, index) => (index % 2 ? one : two).add(newJob(id))));
      await until(() => expect(turns.ids.length).toBeGreaterThanOrEqual(ids.length));
      await until(async () => expect(await countOf(one)).toMatchObject({ waiting: 0, active: 0 }));
      expect(turns.ids.toSorted()).toEqual(ids.toSorted());
    });
  });

  describe('of one id', () => {
    test('are one while the first waits or runs', async () => {
      const jobs = await open();
      const gate = createGate();
      const turns = noteTurns(() => gate.opened);
      await jobs.add(newJob('a'));
      await jobs.add(newJob('a'));
      expect((await countOf(jobs))?.waiting).toBe(1);
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids).toEqual(['a']));
      await jobs.add(newJob('a'));
      await jobs.add(newJob('b'));
      gate.open();
      await until(() => expect(turns.ids).toEqual(['a', 'b']));
    });

    test('come once more after the first where that is wanted, however often they are added while it runs', async () => {
      const jobs = await open();
      const gate = createGate();
      const turns = noteTurns(() => gate.opened);
      const again = newJob('a', { comesAfter: true });
      await jobs.add(again);
      await jobs.add(again);
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids).toEqual(['a']));
      for (let time = 0; time < 3; time++) await jobs.add(again);
      gate.open();
      await until(() => expect(turns.ids).toEqual(['a', 'a']));
      await until(async () => expect(await countOf(jobs)).toMatchObject({ waiting: 0, active: 0, delayed: 0 }));
      await jobs.add(again);
      await until(() => expect(turns.ids).toEqual(['a', 'a', 'a']));
    });

    test('are free again after a dead letter, one that comes after the first too', async () => {
      const jobs = await open();
      const turns = noteTurns(() => Promise.reject(passing()));
      const again = newJob('a', { comesAfter: true });
      await jobs.start({ sync: turns.run });
      for (const tries of [3, 6]) {
        await jobs.add(again);
        await until(() => expect(turns.ids).toHaveLength(tries));
        await until(async () => expect((await countOf(jobs))?.failed).toBe(tries / 3));
      }
    });

    test('are two after the first has ended, well or as a dead letter', async () => {
      const jobs = await open();
      const turns = noteTurns(async ({ data }) => {
        if (data.id === 'bad') throw new HubError('BAD_USER_INPUT', 'Refused.');
      });
      await jobs.start({ sync: turns.run });
      for (const id of ['good', 'bad']) {
        await jobs.add(newJob(id));
        await until(async () => expect(await countOf(jobs)).toMatchObject({ waiting: 0, active: 0 }));
        await jobs.add(newJob(id));
      }
      await until(() => expect(turns.ids).toEqual(['good', 'good', 'bad', 'bad']));
      await until(async () => expect((await countOf(jobs))?.failed).toBe(2));
    });

    test('in two systems are two', async () => {
      const jobs = await open();
      await jobs.add(newJob('a'));
      await jobs.add(newJob('a', { system: OTHER_SYSTEM }));
      expect((await jobs.count()).map(({ system, waiting }) => [system, waiting])).toEqual([
        [SYSTEM, 1],
        [OTHER_SYSTEM, 1],
      ]);
    });
  });

  describe('that fail', () => {
    test('are tried again, and are dead letters after the last attempt', async () => {
      const jobs = await open();
      const turns = noteTurns(() => Promise.reject(passing()));
      await jobs.add(newJob('a'));
      await jobs.start({ sync: turns.run });
      await until(async () => expect(await countOf(jobs)).toMatchObject({ failed: 1, delayed: 0, active: 0 }));
      expect(turns.attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      const listEnds = () => opened[0]?.listEvents().filter((event) => event === 'job given up');
      await until(() => expect(listEnds()).toHaveLength(1));
    });

    test('are not held against the next ones', async () => {
      const jobs = await open();
      const turns = noteTurns(async ({ data, attempt }) => {
        if (data.id === 'a' && attempt < 3) throw passing();
      });
      for (const id of ['a', 'b']) await jobs.add(newJob(id));
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids.toSorted()).toEqual(['a', 'a', 'a', 'b']));
      await until(async () => expect(await countOf(jobs)).toMatchObject({ failed: 0, active: 0, delayed: 0 }));
    });

    test('for good are not tried again', async () => {
      const jobs = await open();
      const turns = noteTurns(() => Promise.reject(new HubError('BAD_USER_INPUT', 'The OPD refuses it.')));
      await jobs.add(newJob('a', { isForPerson: true }));
      await jobs.start({ sync: turns.run });
      await until(async () => expect((await countOf(jobs))?.failed).toBe(1));
      expect(turns.ids).toEqual(['a']);
    });

    test('keep the code and message of a HubError, and nothing that others wrote', async () => {
      const jobs = await open({ backgroundAttempts: 1 });
      await jobs.add(newJob('known'));
      await jobs.add(newJob('unknown'));
      const turns = noteTurns(async ({ data }) => {
        throw data.id === 'known' ? passing('No answer.') : new Error('row (nik)=(1571010101900001) is taken');
      });
      await jobs.start({ sync: turns.run });
      await until(async () => expect((await countOf(jobs))?.failed).toBe(2));
      const letters = (await Promise.all(jobs.queues.map((queue) => queue.getFailed()))).flat();
      expect(letters.map(({ failedReason }) => failedReason).toSorted()).toEqual([
        'INTERNAL: The job failed in a way that nobody foresaw; the log says more.',
        'OPD_UNAVAILABLE: No answer.',
      ]);
      expect(JSON.stringify(letters.map((letter) => letter.toJSON()))).not.toMatch(/1571010101900001|is taken|\.ts:/);
      expect(opened[0]?.logged.join('')).not.toContain('1571010101900001');
    });
  });

  describe('on a schedule', () => {
    const daily = { system: SYSTEM, name: 'sync', id: 'sweep', data: { id: 'sweep' }, every: { dayTime: '01:00' } };
    const often = { system: SYSTEM, name: 'sync', id: 'changes', data: { id: 'changes' }, every: { ms: 300 } };

    test('come every so often', async () => {
      const jobs = await open();
      const turns = noteTurns();
      await jobs.schedule(often);
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids.slice(0, 3)).toEqual(['changes', 'changes', 'changes']));
    });

    test('of a day are due at that time in Jakarta', async () => {
      const jobs = await open();
      const before = Date.now();
      await jobs.schedule(daily);
      const next = (await jobs.findNextRunMs(SYSTEM, 'sweep')) ?? 0;
      expect(new Date(next).toISOString().slice(11)).toBe('18:00:00.000Z');
      expect(next - before).toBeGreaterThan(0);
      expect(next - Date.now()).toBeLessThanOrEqual(86_400_000);
      expect(await jobs.findNextRunMs(SYSTEM, 'unknown')).toBeUndefined();
      await expect(jobs.schedule({ ...daily, every: { dayTime: '24:00' } })).rejects.toThrow('hh:mm');
    });

    test('stay as they are when they are set again at the next start, and change when they are set differently', async () => {
      const jobs = await open();
      const hourly = { ...often, every: { ms: 3_600_000 } };
      const turns = noteTurns();
      await jobs.schedule(hourly);
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids).toEqual(['changes']));
      await until(async () => expect(await countOf(jobs)).toMatchObject({ active: 0, delayed: 1 }));
      const next = await jobs.findNextRunMs(SYSTEM, 'changes');
      await jobs.schedule(hourly);
      await jobs.add(newJob('after'));
      await until(() => expect(turns.ids).toEqual(['changes', 'after']));
      expect(await jobs.findNextRunMs(SYSTEM, 'changes')).toBe(next);
      await jobs.schedule({ ...daily, id: 'changes' });
      expect(await jobs.findNextRunMs(SYSTEM, 'changes')).not.toBe(next);
      expect((await countOf(jobs))?.delayed).toBe(1);
    });

    test('end when no file names them any more', async () => {
      const jobs = await open();
      await jobs.schedule(daily);
      await jobs.schedule({ ...daily, id: 'kept' });
      await jobs.keepOnly(SYSTEM, ['kept']);
      expect(await jobs.findNextRunMs(SYSTEM, 'sweep')).toBeUndefined();
      expect(await jobs.findNextRunMs(SYSTEM, 'kept')).toBeDefined();
      expect((await countOf(jobs))?.delayed).toBe(1);
    });
  });

  test('of a paused system wait, those of others do not', async () => {
    const jobs = await open();
    const turns = noteTurns();
    await jobs.pause(SYSTEM);
    await jobs.start({ sync: turns.run });
    await jobs.add(newJob('a'));
    await jobs.add(newJob('p', { isForPerson: true }));
    await jobs.add(newJob('b', { system: OTHER_SYSTEM }));
    await until(() => expect(turns.ids).toEqual(['b']));
    expect(await countOf(jobs)).toMatchObject({ waiting: 2, isPaused: true });
    expect(await countOf(jobs, OTHER_SYSTEM)).toMatchObject({ isPaused: false });
    await jobs.resume(SYSTEM);
    await until(() => expect(turns.ids.toSorted()).toEqual(['a', 'b', 'p']));
    expect((await countOf(jobs))?.isPaused).toBe(false);
  });

  test('of a system without a queue are refused', async () => {
    await expect((await open()).add(newJob('a', { system: 'nobody/nothing' }))).rejects.toMatchObject({
      code: 'INTERNAL',
    });
  });

  test('of a worker that was killed are taken over by another', async () => {
    const jobs = await open();
    await jobs.add(newJob('a'));
    const script = join(import.meta.dirname, 'support/hang-in-job.ts');
    const child = spawn(process.execPath, [script], {
      env: { PATH: process.env.PATH, JOBS_PLACE: JSON.stringify(place) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    const turns = noteTurns();
    await jobs.start({ sync: turns.run });
    await until(() => expect(turns.attempts.map(({ data, attempt }) => [data.id, attempt])).toEqual([['a', 1]]));
    await until(async () => expect(await countOf(jobs)).toMatchObject({ active: 0, waiting: 0, failed: 0 }));
  });

  describe('when the process drains', () => {
    test('stop at a safe point and are done by the next, without an attempt lost', async () => {
      const jobs = await open();
      const stopped = noteTurns(
        ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      );
      for (const id of ['a', 'b']) await jobs.add(newJob(id));
      await jobs.start({ sync: stopped.run });
      await until(() => expect(stopped.ids).toEqual(['a']));
      await jobs.drain();
      expect(stopped.ids).toEqual(['a']);
      const next = await open();
      expect(await countOf(next)).toMatchObject({ waiting: 2, active: 0, delayed: 0 });
      const turns = noteTurns();
      await next.start({ sync: turns.run });
      await until(() => expect(turns.ids.toSorted()).toEqual(['a', 'b']));
      expect(turns.attempts.map(({ attempt }) => attempt)).toEqual([1, 1]);
    });

    test('are ended by a runner that needs a little longer', async () => {
      const jobs = await open();
      const gate = createGate();
      const turns = noteTurns(({ signal }) => {
        signal.addEventListener('abort', gate.open);
        return gate.opened;
      });
      await jobs.add(newJob('a'));
      await jobs.start({ sync: turns.run });
      await until(() => expect(turns.ids).toEqual(['a']));
      await jobs.drain();
      expect(await countOf(await open())).toMatchObject({ waiting: 0, active: 0, failed: 0 });
    });

    test('do not keep it when a runner never stops, and go to the next', async () => {
      const jobs = await open({ drainMs: 100 });
      const stuck = noteTurns(() => new Promise(() => {}));
      await jobs.add(newJob('a'));
      await jobs.start({ sync: stuck.run });
      await until(() => expect(stuck.ids).toEqual(['a']));
      await jobs.drain();
      expect(opened[0]?.listEvents()).toContain('jobs left half-way');
      const turns = noteTurns();
      await (await open()).start({ sync: turns.run });
      await until(() => expect(turns.ids).toEqual(['a']));
    });
  });
});

it.runIf(NEEDS_REDIS)('Redis is installed where the tests need it', () => {
  expect(findRedisServer()).toBeDefined();
});
