import type { Log } from './base/log.ts';
import type { HubWork } from './hub.ts';
import {
  addFirstRuns,
  createJobs,
  type JobsOptions,
  type LateJobs,
  scheduleStreams,
  watchAlerts,
} from './sync/index.ts';

export interface WorkOptions {
  readonly place: JobsOptions['place'];
  /** The queues that the hub holds already. */
  readonly late: LateJobs;
  /** Whether this process works too, or only adds jobs. */
  readonly isWorker: boolean;
  readonly log: Log;
  /** How often a worker looks for what operators should be told. */
  readonly watchEveryMs?: number;
}

/**
 * Opens the queues, puts the streams on their calendar, begins to work, and watches how that goes.
 * @throws HubError CONFIG_INVALID when the server of the queues does not let the hub in.
 */
export async function startWork(
  { systems, streams, runner, runners, schedules = [], figures }: HubWork,
  { place, late, isWorker, log, watchEveryMs }: WorkOptions,
): Promise<{ close(): Promise<void> }> {
  const jobs = await createJobs({ systems, place, log });
  late.open(jobs);
  try {
    if (isWorker) {
      await scheduleStreams(streams, jobs);
      for (const one of schedules) await jobs.schedule(one);
      await jobs.start(runners);
      if (runner) await addFirstRuns(streams, runner, jobs);
    }
  } catch (error) {
    await jobs.drain();
    throw error;
  }
  // One that only adds jobs leaves it to those who work, or each process would tell of it.
  const watch = isWorker && figures && watchAlerts({ figures, log, ...(watchEveryMs && { everyMs: watchEveryMs }) });
  return {
    close: async () => {
      if (watch) watch.close();
      await jobs.drain();
    },
  };
}
