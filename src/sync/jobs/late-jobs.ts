import type { Jobs } from '../../ports/jobs.ts';
import type { HubJobs } from './create-jobs.ts';

/** Queues that others hold already while they are being opened: they wait until they are. */
export interface LateJobs extends Pick<Jobs, 'add' | 'findNextRunMs' | 'count'> {
  listQueues(): Promise<HubJobs['queues']>;
  /** From now on these are the queues. */
  open(jobs: HubJobs): void;
}

/** Creates queues that are opened later: the hub answers before its queues do. */
export function createLateJobs(): LateJobs {
  const { promise, resolve } = Promise.withResolvers<HubJobs>();
  return {
    add: async (job) => (await promise).add(job),
    findNextRunMs: async (system, id) => (await promise).findNextRunMs(system, id),
    count: async () => (await promise).count(),
    listQueues: async () => (await promise).queues,
    open: resolve,
  };
}
