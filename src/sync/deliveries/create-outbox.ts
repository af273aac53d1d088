import type { Log } from '../../base/log.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { Outbox } from '../../ports/outbox.ts';
import { asDeliveryJob } from './delivery-job.ts';

/**
 * The outbox as citizens use it: what is kept in the store gets its job at once. That the job could not be added is no
 * failure, for whoever has queues looks for rows without one; nor is it waited for.
 */
export function createOutbox(store: Outbox, jobs: Pick<Jobs, 'add'> | undefined, log: Log): Outbox {
  return {
    ...store,
    accept: async (submission) => {
      const kept = await store.accept(submission);
      if (kept.state === 'accepted')
        jobs?.add(asDeliveryJob(kept)).catch((error: unknown) => log.warn('delivery job not added', { error }));
      return kept;
    },
  };
}
