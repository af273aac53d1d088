import { DelayedError, type Job, WaitingError } from 'bullmq';
import { HubError } from '../../base/hub-error.ts';
import type { Log } from '../../base/log.ts';
import type { JobData, RunJob } from '../../ports/jobs.ts';
import { toJobFailure } from './job-failure.ts';
import { NotYet } from './not-yet.ts';

export interface AttemptOptions {
  readonly system: string;
  readonly runners: ReadonlyMap<string, RunJob>;
  readonly setAsideMs: number;
  readonly draining: AbortSignal;
  readonly log: Log;
}

export type Attempt = (job: Job<JobData, void>, token: string | undefined, signal?: AbortSignal) => Promise<void>;

/** Creates what does one attempt at a job and says, by what it throws, what becomes of the job. */
export function createAttempt({ system, runners, setAsideMs, draining, log }: AttemptOptions): Attempt {
  return async (job, token, signal = draining) => {
    const run = runners.get(job.name);
    const setAside = async (): Promise<never> => {
      await job.moveToDelayed(Date.now() + setAsideMs, token);
      throw new DelayedError();
    };
    if (!run) return setAside();
    try {
      await run({
        system,
        name: job.name,
        data: job.data,
        attempt: job.attemptsMade + 1,
        signal,
        reportProgress: createProgress(job),
      });
    } catch (error) {
      if (error instanceof NotYet) return setAside();
      // Stopped half-way by us: the job is as good as before, and the attempt counts for nothing.
      if (signal.aborted && (await goesBack(job, token))) throw new WaitingError();
      if (!(error instanceof HubError)) log.error('job failed unexpectedly', { system, job: job.name, error });
      throw toJobFailure(error);
    }
  };
}

/** Not when its lock was lost: then another worker has it. */
async function goesBack(job: Job<JobData, void>, token: string | undefined): Promise<boolean> {
  try {
    await job.moveToWait(token);
    return true;
  } catch {
    return false;
  }
}

/** Written at whole percents only; a figure that does not get through is followed by the next. */
function createProgress(job: Job<JobData, void>): (percent: number) => void {
  let last = -1;
  return (percent) => {
    const whole = Math.floor(Math.min(100, Math.max(0, percent)));
    if (whole === last) return;
    last = whole;
    job.updateProgress(whole).catch(() => {});
  };
}
