/** Network faults, and the SQLSTATE classes of a connection lost, resources out and a server that stops or starts. */
const AWAY_CODES = /^(E[A-Z]+|08...|53...|57P..)$/;
/** What pg, its pool and ioredis say without a code. */
const AWAY_MESSAGES =
  /connection terminated|connection timeout|trying to connect|not queryable|connection is closed|max retries per request|stream isn't writeable|^LOADING /i;

/** Whether the backend is not there for the moment, so that the same call may succeed later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  return AWAY_CODES.test(String((error as { code?: unknown }).code ?? '')) || AWAY_MESSAGES.test(error.message);
}
