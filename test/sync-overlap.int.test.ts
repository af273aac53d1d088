import { afterEach, expect, it, vi } from 'vitest';
import { systemClock } from '../src/base/clock.ts';
import { createLog } from '../src/base/log.ts';
import { createJobs, createStreamJob, type HubJobs, streamJob } from '../src/sync/index.ts';
import { closeListSyncs, expectSame, openListSync } from './support/open-list-sync.ts';

const SYSTEM = 'dinas/daftar';

let jobs: HubJobs | undefined;
afterEach(async () => {
  await jobs?.drain();
  await closeListSyncs();
});

it.each([
  ['a sweep whose hour comes', false],
  ['a run that is asked for', true],
])('%s while another run is under way is not left out', async (_what, isAsked) => {
  const { source, sync } = await openListSync('sql');
  const { database, databaseUrl, ring, stream } = sync;
  const log = createLog('silent');
  jobs = await createJobs({ systems: [SYSTEM], place: { databaseUrl }, log, timing: { setAsideMs: 50 } });
  const run = createStreamJob({ database, ring, clock: systemClock }, [stream], log);
  let tries = 0;
  await jobs.start({
    sync: (attempt) => {
      tries++;
      return run(attempt);
    },
  });
  // As whoever is at it does.
  const other = database.createClient('test');
  await other.connect();
  await other.query("select pg_advisory_lock(hashtextextended('sync ' || $1, 0))", [stream.id]);
  const data = { stream: stream.id, mode: 'sweep' };
  const ofCalendar = { system: SYSTEM, name: 'sync', data, id: 'sweep', isForPerson: false };
  await jobs.add(isAsked ? streamJob(stream, 'changes') : ofCalendar);
  // More often than a job that failed would be tried.
  await vi.waitFor(() => expect(tries).toBeGreaterThan(8), { timeout: 20_000 });
  expect((await sync.copies()).size).toBe(0);
  await other.end();
  await vi.waitFor(() => expectSame({ source, sync }), { timeout: 20_000 });
});
