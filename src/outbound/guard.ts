import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from '../base/clock.ts';
import { CallFailure } from './call-failure.ts';
import { type CallStatistics, createCallStatistics } from './call-statistics.ts';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import type { DailyQuota } from './daily-quota.ts';
import { createGate, type Gate } from './gate.ts';
import { createRateLimit } from './rate-limit.ts';

/** What a system can bear. */
export interface GuardLimits {
  /** Within it fall waiting for a turn and further attempts. */
  readonly timeoutMs: number;
  /** Calls at once. */
  readonly concurrency: number;
  /** Calls that may wait for their turn. */
  readonly maxWaiting: number;
  /** Calls within any sixty seconds; as many as come by default. */
  readonly perMinute?: number | undefined;
  /** Further attempts at a read; a write is sent once. */
  readonly retries: number;
  /** Failed attempts in a row after which the system is left alone, and for how long. */
  readonly failuresToOpen: number;
  readonly openMs: number;
}

/** A call to a system; `takeFurther` counts each request that it sends beyond its first, against the same rate and quota. */
export type GuardedCall<T> = (deadlineMs: number, takeFurther: () => void | Promise<void>) => Promise<T>;

/** Stands in front of a system, for everything in the process that calls it. */
export interface Guard {
  /**
   * Makes a call when it is its turn; a job's gives way to people, at the gate and where a daily quota runs short.
   * @throws CallFailure of the call itself, or because the call was not made.
   */
  pass<T>(isRead: boolean, call: GuardedCall<T>, isJob?: boolean): Promise<T>;
  readonly breaker: Pick<CircuitBreaker, 'state'>;
  readonly statistics: Pick<CallStatistics, 'counts' | 'recent' | 'lastOkAtMs'>;
  readonly quota: Pick<DailyQuota, 'left'> | undefined;
  /** Calls under way and calls that wait for their turn. */
  load(): { readonly running: number; readonly waiting: number };
  /** Gives back what was booked of the daily quota and not used. */
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 25;

/** Creates a guard: for each attempt a turn at the gate, then the circuit breaker, then the rate, then the quota. */
export function createGuard(limits: GuardLimits, clock: Clock = systemClock, quota?: DailyQuota): Guard {
  const { timeoutMs, concurrency, maxWaiting, retries, failuresToOpen, openMs, perMinute } = limits;
  const gate = createGate({ concurrency, maxWaiting, maxWaitMs: timeoutMs });
  const breaker = createCircuitBreaker({ failures: failuresToOpen, openMs, clock });
  const rate = perMinute === undefined ? undefined : createRateLimit(perMinute, clock);

  const statistics = createCallStatistics(clock);

  const take = (isJob: boolean): void | Promise<void> => {
    rate?.take();
    return quota?.take(isJob);
  };
  const takeForPerson = () => take(false);
  const takeForJob = () => take(true);
  const attempt = createAttempt({ gate, breaker, statistics, take });
  const retry = async <T>(again: () => Promise<T>, deadlineMs: number, first: unknown): Promise<T> => {
    let error = first;
    for (let made = 0; made < retries && mayPass(error); made++) {
      // With jitter, so that callers who failed together do not come back together.
      const askedForMs = error instanceof CallFailure ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
      const pauseMs = askedForMs + FIRST_PAUSE_MS * 2 ** made * (0.5 + Math.random());
      if (Date.now() + pauseMs >= deadlineMs) break;
      await pause(pauseMs);
      try {
        return await again();
      } catch (next) {
        error = next;
      }
    }
    throw error;
  };
  return {
    pass: (isRead, call, isJob = false) => {
      // By the machine's clock, as the connection below counts too, whatever the hub takes for today.
      const deadlineMs = Date.now() + timeoutMs;
      const takeFurther = isJob ? takeForJob : takeForPerson;
      const makeCall = () => attempt(() => call(deadlineMs, takeFurther), isJob);
      const made = makeCall();
      return isRead && retries > 0 ? made.catch((error) => retry(makeCall, deadlineMs, error)) : made;
    },
    breaker,
    statistics,
    quota,
    load: () => gate.load(),
    close: async () => await quota?.close(),
  };
}

interface AttemptParts {
  readonly gate: Gate;
  readonly breaker: CircuitBreaker;
  readonly statistics: CallStatistics;
  /** Counts a call against rate and quota. */
  take(isJob: boolean): void | Promise<void>;
}

/** Creates what makes one attempt: in its turn, if the breaker lets it, counted, and its end told to all of them. */
function createAttempt({ gate, breaker, statistics, take }: AttemptParts) {
  // One function and not one around the other: this runs for every call, and each would be a promise more.
  return async <T>(call: () => Promise<T>, isJob: boolean): Promise<T> => {
    const turn = gate.enter(isJob);
    if (turn) await turn;
    try {
      const isProbe = breaker.begin();
      try {
        const taking = take(isJob);
        if (taking) await taking;
      } catch (error) {
        // What could not be counted was not sent, and says nothing of the system.
        breaker.giveUp(isProbe);
        throw error;
      }
      const startedMs = performance.now();
      try {
        const answer = await call();
        breaker.succeed(isProbe);
        statistics.remember(startedMs);
        return answer;
      } catch (error) {
        breaker.fail(isProbe, error);
        statistics.remember(startedMs, error);
        throw error;
      }
    } finally {
      gate.leave(isJob);
    }
  };
}

/** Worth another attempt: it did not answer and did not say when it will, or asked for a moment's patience. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof CallFailure)) return false;
  return error.kind === (error.retryAfterSeconds === undefined ? 'unavailable' : 'quota');
}
