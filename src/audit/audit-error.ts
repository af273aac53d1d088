import { HubError } from '../base/hub-error.ts';
import { withStoreErrors } from '../store/index.ts';

/**
 * Runs what writes the log; a failure says that nothing may be passed on, and repeats nothing of PostgreSQL's.
 * @throws HubError AUDIT_UNAVAILABLE
 */
export async function withAuditErrors<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await withStoreErrors(run);
  } catch (cause) {
    throw auditUnavailable(cause instanceof HubError ? cause.message : 'The database did not answer', cause);
  }
}

/** Makes the refusal of everything that cannot be recorded. */
export function auditUnavailable(reason: string, cause?: unknown): HubError {
  return new HubError('AUDIT_UNAVAILABLE', `Personal data is not passed on: the access log takes no entry. ${reason}`, {
    retryable: true,
    fix: 'Try again in a moment. For operators: see that the database of the hub runs, has disk space and lets the hub write access_log.',
    cause,
  });
}
