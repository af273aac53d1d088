import type { JobWorker } from './queue-backend.ts';
import { settleWithin } from './settle-within.ts';

/**
 * Takes no further jobs, tells the runners to stop, and waits for them. Says whether all came to a safe point in time; the
 * jobs of the others are taken over by the next worker when their locks have ended.
 */
export async function drainWorkers(workers: readonly JobWorker[], drainMs: number): Promise<boolean> {
  const closing = workers.map((worker) => worker.close());
  // After `close`, so that what stops early does not make room for another job.
  for (const worker of workers) worker.cancelAllJobs();
  const isClosed = await settleWithin(Promise.all(closing), drainMs);
  if (!isClosed) for (const worker of workers) worker.disconnect().catch(() => {});
  return isClosed;
}
