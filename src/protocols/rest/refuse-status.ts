import { CallFailure, type HttpAnswer } from '../../outbound/index.ts';

/** @throws CallFailure for every status that does not carry an answer. */
export function refuseStatus(answer: HttpAnswer): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const retryAfterSeconds = readRetryAfter(answer);
  if (status === 429) throw new CallFailure('quota', 'too many requests (HTTP 429)', { retryAfterSeconds });
  if (status === 401 || status === 403) throw new CallFailure('denied', `access denied (HTTP ${status})`);
  if (status >= 500 || status === 408)
    throw new CallFailure('unavailable', `a fault of its own (HTTP ${status})`, { retryAfterSeconds });
  throw new CallFailure('badAnswer', `an unexpected HTTP ${status}`);
}

/** Retry-After in seconds, also where it is a day and time, which is measured against the system's own clock. */
function readRetryAfter({ retryAfter = '', date = '' }: HttpAnswer): number | undefined {
  // Of more digits, which is thirty years, nothing sensible could be told to anybody.
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  if (!retryAfter.endsWith(' GMT')) return undefined;
  const seconds = Math.ceil((Date.parse(retryAfter) - (Date.parse(date) || Date.now())) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
