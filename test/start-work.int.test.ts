import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../src/base/log.ts';
import { startWork } from '../src/start-work.ts';
import { createLateJobs, type LateJobs } from '../src/sync/index.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const STREAM = 'dpmptsp/perizinan/Permit';

let hub: TestHub;
let late: LateJobs;
beforeAll(async () => {
  late = createLateJobs();
  hub = await startTestHub({ jobs: late });
});
afterAll(() => hub.stop());

const begin = (isWorker: boolean) =>
  startWork(hub.work, { place: { databaseUrl: hub.databaseUrl }, late, isWorker, log: createLog('silent') });
const isWhole = async (stream: string) => {
  const { rows } = await hub.database.pool.query<{ whole: boolean }>(
    'select is_complete as whole from sync_streams where name = $1',
    [stream],
  );
  return rows[0]?.whole ?? false;
};

it('a process that only queues leaves every job to those who work', async () => {
  const work = await begin(false);
  await late.add({ system: 'dpmptsp/perizinan', name: 'sync', data: { stream: STREAM }, id: 'a', isForPerson: false });
  const queues = await late.listQueues();
  const counts = await Promise.all(queues.map((queue) => queue.getJobCounts('active', 'waiting', 'prioritized')));
  const sums = counts.map(({ active = 0, waiting = 0, prioritized = 0 }) => [active, waiting + prioritized] as const);
  expect(sums.reduce((all, [active]) => all + active, 0)).toBe(0);
  expect(sums.reduce((all, [, waiting]) => all + waiting, 0)).toBe(1);
  expect(await isWhole(STREAM)).toBe(false);
  await work.close();
});

it('a process that works reads a stream at once that was never whole, whatever its calendar says', async () => {
  // Nothing is due by the calendar: only what is asked for at the start.
  const streams = hub.work.streams.map((stream) => ({ ...stream, everyMs: undefined, sweepAt: '03:00' }));
  const work = await startWork(
    { ...hub.work, streams },
    { place: { databaseUrl: hub.databaseUrl }, late: createLateJobs(), isWorker: true, log: createLog('silent') },
  );
  await expect.poll(() => isWhole('diskominfo/sikesal/Complaint'), { timeout: 20_000 }).toBe(true);
  await work.close();
});
