import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { Log } from '../../base/log.ts';
import type { Jobs, NewJob } from '../../ports/jobs.ts';
import { countJobs } from './count-jobs.ts';
import { drainWorkers } from './drain-workers.ts';
import { defaultTiming, type JobsTiming } from './jobs-timing.ts';
import { openQueues, type Queues } from './open-queues.ts';
import { openWorkers } from './open-workers.ts';
import { createOutageNote } from './outage-note.ts';
import { openPostgresBackend } from './postgres-backend.ts';
import type { JobQueue, JobWorker } from './queue-backend.ts';
import { lanes } from './queue-name.ts';
import { openRedisBackend, type RedisPlace } from './redis-backend.ts';
import { keepSchedules, scheduleJob } from './schedule-job.ts';
import { settleWithin } from './settle-within.ts';
import { withQueueErrors } from './with-queue-errors.ts';

export interface JobsOptions {
  /** `dpmptsp/perizinan`: every system that may have jobs. */
  readonly systems: readonly string[];
  /** Redis, or PostgreSQL by its address. */
  readonly place: { readonly redis: RedisPlace } | { readonly databaseUrl: string };
  readonly log: Log;
  readonly clock?: Clock;
  readonly timing?: Partial<JobsTiming>;
}

/** The queues, and a view of them for the board. */
export interface HubJobs extends Jobs {
  readonly queues: readonly JobQueue[];
}

const CLOSE_MS = 2_000;

/**
 * Opens the queues of the systems in PostgreSQL or Redis; nothing is worked on before `start`.
 * @throws HubError CONFIG_INVALID when the server does not let the hub in.
 */
export async function createJobs(options: JobsOptions): Promise<HubJobs> {
  const { systems, place, log, clock = systemClock } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const note = createOutageNote(log, 'redis' in place ? 'redis' : 'postgres', clock);
  const backend =
    'redis' in place
      ? await openRedisBackend(place.redis, note.failed)
      : await openPostgresBackend(place.databaseUrl, note.failed);
  const queues = openQueues(backend, systems, note.failed);
  const [draining, ended] = [new AbortController(), new AbortController()];
  let workers: readonly JobWorker[] = [];
  let drained: Promise<void> | undefined;
  const drain = async () => {
    draining.abort();
    if (!(await drainWorkers(workers, timing.drainMs))) log.warn('jobs left half-way', { backend: backend.kind });
    note.end();
    ended.abort();
    await settleWithin(Promise.allSettled(queues.all.map((queue) => queue.close())), CLOSE_MS);
    await backend.close();
  };
  return {
    backend: backend.kind,
    queues: queues.all,
    ...createCalls(queues, timing, clock),
    start: async (runners) => {
      if (workers.length > 0) throw new HubError('INTERNAL', 'The workers run already.');
      if (drained) throw new HubError('INTERNAL', 'The queues are closed.');
      const known = new Map(Object.entries(runners));
      const signals = { draining: draining.signal, ended: ended.signal };
      workers = openWorkers(systems, { backend, runners: known, timing, note, log, ...signals });
    },
    drain: () => {
      drained ??= drain();
      return drained;
    },
  };
}

/** What others do with the queues. */
function createCalls(queues: Queues, timing: JobsTiming, clock: Clock): Omit<Jobs, 'backend' | 'start' | 'drain'> {
  const both = (system: string) => lanes.map((lane) => queues.of(system, lane));
  return {
    add: (job) => withQueueErrors(() => addJob(queues, job, timing)),
    schedule: (job) =>
      withQueueErrors(() =>
        scheduleJob(queues.of(job.system, 'background'), job, timing.backgroundAttempts, clock.now()),
      ),
    keepOnly: (system, ids) => withQueueErrors(() => keepSchedules(queues.of(system, 'background'), ids)),
    findNextRunMs: (system, id) =>
      withQueueErrors(async () => (await queues.of(system, 'background').getJobScheduler(id))?.next),
    pause: (system) =>
      withQueueErrors(async () => {
        await Promise.all(both(system).map((queue) => queue.pause()));
      }),
    resume: (system) =>
      withQueueErrors(async () => {
        await Promise.all(both(system).map((queue) => queue.resume()));
      }),
    count: () => withQueueErrors(() => countJobs(queues)),
  };
}

/**
 * The id is one of de-duplication and not BullMQ's own: it is free again as soon as the job has ended, while the job of that
 * id may still lie among the dead letters.
 */
async function addJob(queues: Queues, job: NewJob, timing: JobsTiming): Promise<void> {
  const { system, name, data, id, isForPerson, delayMs, comesAfter } = job;
  await queues.of(system, isForPerson ? 'people' : 'background').add(name, data, {
    deduplication: { id, ...(comesAfter && { keepLastIfActive: true }) },
    attempts: isForPerson ? timing.peopleAttempts : timing.backgroundAttempts,
    ...(delayMs !== undefined && { delay: delayMs }),
  });
}
