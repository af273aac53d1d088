import { Worker } from 'bullmq';
import type { Log } from '../../base/log.ts';
import type { RunJob } from '../../ports/jobs.ts';
import { decideBackoffMs } from './backoff.ts';
import { JobFailure } from './job-failure.ts';
import type { JobsTiming } from './jobs-timing.ts';
import type { OutageNote } from './outage-note.ts';
import { pace } from './pace.ts';
import type { JobWorker, QueueBackend } from './queue-backend.ts';
import { type Lane, lanes, nameQueue } from './queue-name.ts';
import { type Attempt, createAttempt } from './run-attempt.ts';

export interface WorkerOptions {
  readonly backend: QueueBackend;
  readonly runners: ReadonlyMap<string, RunJob>;
  readonly timing: JobsTiming;
  readonly note: OutageNote;
  readonly log: Log;
  readonly draining: AbortSignal;
  readonly ended: AbortSignal;
}

/**
 * How often a job may be taken from a worker that fell silent before it is a dead letter. A hub that is killed again and
 * again during one long load must not lose the load; a job that itself kills every worker must end some time.
 */
const MAX_STALLED = 30;
/** How long an idle worker waits for a notification before it looks by itself, in seconds. */
const IDLE_LOOK_SECONDS = 20;

/** Begins to work on both queues of every system. */
export function openWorkers(systems: readonly string[], options: WorkerOptions): JobWorker[] {
  const { draining, log, runners, timing } = options;
  return systems.flatMap((system) => {
    const attempt = createAttempt({ system, runners, setAsideMs: timing.setAsideMs, draining, log });
    return lanes.map((lane) => openWorker(system, lane, attempt, options));
  });
}

function openWorker(system: string, lane: Lane, attempt: Attempt, options: WorkerOptions): JobWorker {
  const { backend, timing, note, log, draining, ended } = options;
  const paceOptions = { pauseMs: timing.retryPauseMs, note, draining, ended };
  const worker: JobWorker = new Worker(
    nameQueue(system, lane),
    // Three parameters: only then does BullMQ make a signal for each job.
    (job, token, signal) => attempt(job, token, signal),
    {
      connection: {},
      concurrency: lane === 'people' ? timing.peopleSlots : timing.backgroundSlots,
      lockDuration: timing.lockMs,
      stalledInterval: timing.stalledCheckMs,
      maxStalledCount: MAX_STALLED,
      drainDelay: IDLE_LOOK_SECONDS,
      runRetryDelay: timing.retryPauseMs,
      settings: {
        backoffStrategy: (attemptsMade, _type, error) =>
          decideBackoffMs(attemptsMade, timing, error instanceof JobFailure ? error.retryAfterMs : 0),
      },
    },
    (name, given, ends) => pace(backend.open(name, given, ends), paceOptions),
  );
  worker.on('error', note.failed);
  // Somebody else has the job or will have it soon: who still works on it stops.
  worker.on('lockRenewalFailed', (ids) => {
    for (const id of ids) worker.cancelJob(id);
  });
  worker.on('failed', (job, { message }) => {
    if (!job) return;
    const fields = { system, job: job.name, attempt: job.attemptsMade, reason: message };
    if (job.finishedOn === undefined) log.info('job failed and will be tried again', fields);
    else log.warn('job given up', fields);
  });
  return worker;
}
