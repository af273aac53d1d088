import { createLog } from '../../src/base/log.ts';
import type { JobAttempt, NewJob, RunJob } from '../../src/ports/jobs.ts';
import { createJobs, type HubJobs, type JobsOptions, type JobsTiming } from '../../src/sync/index.ts';

export type JobsPlace = JobsOptions['place'];

export const SYSTEM = 'dpmptsp/perizinan';
export const OTHER_SYSTEM = 'rsud/antrean';

/** Short enough that a test need not wait, with one slot each so that order can be told. */
export const quick: Partial<JobsTiming> = {
  backgroundSlots: 1,
  peopleSlots: 1,
  backgroundAttempts: 3,
  peopleAttempts: 3,
  backoffMs: 10,
  lockMs: 1_000,
  stalledCheckMs: 200,
  drainMs: 10_000,
  setAsideMs: 100,
  retryPauseMs: 50,
};

export interface OpenedJobs {
  readonly jobs: HubJobs;
  /** Events that were logged. */
  listEvents(): string[];
  readonly logged: readonly string[];
}

/** Opens the queues of one process. */
export async function openJobs(place: JobsPlace, timing: Partial<JobsTiming> = {}): Promise<OpenedJobs> {
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const systems = [SYSTEM, OTHER_SYSTEM];
  const jobs = await createJobs({ systems, place, log, timing: { ...quick, ...timing } });
  return { jobs, logged, listEvents: () => logged.map((line) => (JSON.parse(line) as { msg: string }).msg) };
}

/** A job with an id, for nobody unless said. */
export function newJob(id: string, more: Partial<NewJob> = {}): NewJob {
  return { system: SYSTEM, name: 'sync', id, data: { id }, isForPerson: false, ...more };
}

/** A runner that notes whose turn it is, and what can be waited for. */
export function noteTurns(then: RunJob = async () => {}): { run: RunJob; ids: string[]; attempts: JobAttempt[] } {
  const ids: string[] = [];
  const attempts: JobAttempt[] = [];
  const run: RunJob = async (attempt) => {
    ids.push(String(attempt.data.id));
    attempts.push(attempt);
    await then(attempt);
  };
  return { run, ids, attempts };
}

/** A door that a runner waits at. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
