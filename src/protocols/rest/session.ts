import { CallFailure, type HttpAnswer } from '../../outbound/index.ts';
import type { Authentication } from './authentication.ts';
import { readPath } from './place.ts';
import { refuseStatus } from './refuse-status.ts';

/** What a log-in gave. */
export interface SessionHeaders {
  readonly headers: Record<string, string>;
  /** How long the system says that it lasts; until a call is refused when it does not say. */
  readonly lastsSeconds?: number | undefined;
}

export interface SessionOptions {
  /** @throws CallFailure */
  logIn(): Promise<SessionHeaders>;
  /** Whether an answer says that the session is over. */
  isExpired(answer: HttpAnswer): boolean;
}

// Many systems lock an account after some wrong passwords; one try a minute finds a mended one soon enough.
const HOLD_OFF_MS = 60_000;
// A token is given back this long before its end, so that it does not run out on the way.
const MARGIN_MS = 10_000;

/** Logs in when first needed and again, once for all waiting calls, when the session is over. */
export function createSession({ logIn, isExpired }: SessionOptions): Authentication {
  let pending: Promise<Record<string, string>> | undefined;
  let live: { readonly headers: Record<string, string>; readonly untilMs: number } | undefined;
  let refused: { readonly failure: CallFailure; readonly untilMs: number } | undefined;
  const open = async (): Promise<Record<string, string>> => {
    const { headers, lastsSeconds } = await logIn();
    const untilMs =
      lastsSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + lastsSeconds * 1000 - MARGIN_MS;
    live = { headers, untilMs };
    return headers;
  };
  return {
    headers: ({ deadlineMs }) => {
      if (live && Date.now() < live.untilMs) return live.headers;
      if (refused && Date.now() < refused.untilMs) throw refused.failure;
      pending ??= open()
        .catch((error: unknown) => {
          if (error instanceof CallFailure && error.kind === 'denied')
            refused = { failure: error, untilMs: Date.now() + HOLD_OFF_MS };
          throw error;
        })
        .finally(() => {
          pending = undefined;
        });
      return waitUntil(pending, deadlineMs);
    },
    renews: (answer, used) => {
      if (!isExpired(answer)) return false;
      // Another call may have logged in anew while this one was on its way: its session stays.
      if (live?.headers === used) live = undefined;
      return true;
    },
  };
}

/** Gives up waiting, not logging in: others wait for the same log-in, and the next call may use it. */
async function waitUntil<T>(pending: Promise<T>, deadlineMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new CallFailure('unavailable', 'logging in takes longer than a call may'));
  const timer = setTimeout(giveUp, Math.max(0, deadlineMs - Date.now()));
  try {
    return await Promise.race([pending, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the answer to a log-in through. @throws CallFailure denied for one that says no. */
export function checkLogin(answer: HttpAnswer): void {
  if (answer.status === 429 || answer.status === 408 || answer.status >= 500) refuseStatus(answer);
  if (answer.status < 200 || answer.status > 299)
    throw new CallFailure('denied', `the log-in answered HTTP ${answer.status}`);
}

/** The text at a dotted path of a log-in's answer. @throws CallFailure denied when there is none. */
export function readToken(value: unknown, path: string): string {
  const token = readPath(value, path);
  if (typeof token === 'string' && token !== '') return token;
  throw new CallFailure('denied', 'the log-in gave no token');
}
