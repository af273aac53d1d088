import { HubError } from '../base/hub-error.ts';

/** SQLSTATE classes that pass: connection lost, transaction rolled back, out of resources, server stopping. */
const PASSING_CLASSES = ['08', '40', '53', '57'];

/**
 * Runs queries and translates their failures: the message names the SQLSTATE and never what PostgreSQL said, because it
 * quotes values.
 * @throws HubError INTERNAL, retryable when the same query may succeed later; a HubError from within as it is.
 */
export async function withStoreErrors<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    const code = String((cause as { code?: unknown }).code ?? 'no answer');
    // SQLSTATEs begin with a digit, but for HV, P0 and XX; the codes of the network (EPIPE, ECONNRESET) with E.
    const isSqlState = /^(\d|HV|P0|XX)[0-9A-Z]{3,4}$/.test(code);
    const retryable = !isSqlState || PASSING_CLASSES.some((known) => code.startsWith(known));
    const message = retryable ? `The database did not answer (${code})` : `The database refused a query (${code})`;
    throw new HubError('INTERNAL', message, { retryable, cause });
  }
}
