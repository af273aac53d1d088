import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from '../base/clock.ts';
import { CallFailure } from './call-failure.ts';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { createGate } from './gate.ts';
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

/** Stands in front of a system, for everything in the process that calls it. */
export interface Guard {
  /** @throws CallFailure of the call itself, or because the call was not made. */
  pass<T>(isRead: boolean, call: (deadlineMs: number) => Promise<T>): Promise<T>;
  readonly breaker: Pick<CircuitBreaker, 'state'>;
}

const FIRST_PAUSE_MS = 25;

/** Creates a guard: for each attempt a turn at the gate, then the circuit breaker, then the rate. */
export function createGuard(limits: GuardLimits, clock: Clock = systemClock): Guard {
  const { timeoutMs, concurrency, maxWaiting, retries, failuresToOpen, openMs, perMinute } = limits;
  const gate = createGate({ concurrency, maxWaiting, maxWaitMs: timeoutMs });
  const breaker = createCircuitBreaker({ failures: failuresToOpen, openMs, clock });
  const rate = perMinute === undefined ? undefined : createRateLimit(perMinute, clock);

  const attempt = <T>(call: (deadlineMs: number) => Promise<T>, deadlineMs: number): Promise<T> =>
    gate.pass(() =>
      breaker.run(() => {
        rate?.take();
        return call(deadlineMs);
      }),
    );
  const retry = async <T>(call: (deadlineMs: number) => Promise<T>, deadlineMs: number, first: unknown): Promise<T> => {
    let error = first;
    for (let made = 0; made < retries && mayPass(error); made++) {
      // With jitter, so that callers who failed together do not come back together.
      const pauseMs = FIRST_PAUSE_MS * 2 ** made * (0.5 + Math.random());
      if (Date.now() + pauseMs >= deadlineMs) break;
      await pause(pauseMs);
      try {
        return await attempt(call, deadlineMs);
      } catch (next) {
        error = next;
      }
    }
    throw error;
  };
  return {
    pass: (isRead, call) => {
      // By the machine's clock, as the connection below counts too, whatever the hub takes for today.
      const deadlineMs = Date.now() + timeoutMs;
      const made = attempt(call, deadlineMs);
      return isRead && retries > 0 ? made.catch((error) => retry(call, deadlineMs, error)) : made;
    },
    breaker,
  };
}

/** Worth another attempt: it did not answer, and did not say when it will. */
function mayPass(error: unknown): boolean {
  return error instanceof CallFailure && error.kind === 'unavailable' && error.retryAfterSeconds === undefined;
}
