import type { NewJob } from '../../ports/jobs.ts';
import type { Submission } from '../../ports/outbox.ts';

/** The name of jobs that bring a submission to its system. */
export const DELIVER = 'deliver';

/**
 * The job of a submission: its id is the submission's, with the number of attempts behind it from the second on, for an
 * attempt that is running has the id of its own job still.
 */
export function asDeliveryJob(
  { id, opd, system, kind, attempts = 0 }: Pick<Submission, 'id' | 'opd' | 'system' | 'kind'> & { attempts?: number },
  delayMs = 0,
): NewJob {
  return {
    system: `${opd}/${system}`,
    name: DELIVER,
    id: attempts === 0 ? id : `${id}-${attempts}`,
    data: { submission: id, kind },
    isForPerson: true,
    ...(delayMs > 0 && { delayMs }),
  };
}
