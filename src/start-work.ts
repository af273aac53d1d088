import type { Log } from './base/log.ts';
import type { HubWork } from './hub.ts';
import { addFirstRuns, createJobs, type JobsOptions, type LateJobs, scheduleStreams } from './sync/index.ts';

export interface WorkOptions {
  readonly place: JobsOptions['place'];
  /** The queues that the hub holds already. */
  readonly late: LateJobs;
  /** Whether this process works too, or only adds jobs. */
  readonly isWorker: boolean;
  readonly log: Log;
}

/**
 * Opens the queues, puts the streams on their calendar and begins to work.
 * @throws HubError CONFIG_INVALID when the server of the queues does not let the hub in.
 */
export async function startWork(
  { systems, streams, runner, runners }: HubWork,
  { place, late, isWorker, log }: WorkOptions,
): Promise<{ close(): Promise<void> }> {
  const jobs = await createJobs({ systems, place, log });
  late.open(jobs);
  try {
    if (isWorker) {
      await scheduleStreams(streams, jobs);
      await jobs.start(runners);
      if (runner) await addFirstRuns(streams, runner, jobs);
    }
  } catch (error) {
    await jobs.drain();
    throw error;
  }
  return { close: () => jobs.drain() };
}
