import { HubError } from '../../base/hub-error.ts';
import { isAway } from './is-away.ts';

/**
 * Translates what the backend says to those who add jobs or ask about them.
 * @throws HubError INTERNAL, retryable while the backend is only away; a HubError from within as it is.
 */
export async function withQueueErrors<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    const retryable = isAway(cause);
    const message = retryable ? 'The job queues do not answer.' : 'The job queues refused a call.';
    throw new HubError('INTERNAL', message, { retryable, cause });
  }
}
