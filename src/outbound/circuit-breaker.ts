import { type Clock, systemClock } from '../base/clock.ts';
import { CallFailure } from './call-failure.ts';

/**
 * Spares a system that fails: after several failures in a row nothing is sent for a while (open), then one call is tried
 * (half-open), whose success lets all through again (closed) and whose failure keeps it shut for as long once more.
 */
export interface CircuitBreaker {
  /**
   * Asks whether a call may be made, and says whether it is the one that is tried; its end must be told, by one of the
   * three others.
   * @throws CallFailure unavailable while the circuit is open.
   */
  begin(): boolean;
  succeed(isProbe: boolean): void;
  fail(isProbe: boolean, error: unknown): void;
  /** The call was not made after all. */
  giveUp(isProbe: boolean): void;
  state(): 'closed' | 'open' | 'half-open';
}

export interface CircuitBreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  readonly openMs: number;
  readonly clock?: Clock;
}

/** Creates a closed breaker; only a CallFailure that says that the system is not well counts as a failure. */
export function createCircuitBreaker({ failures, openMs, clock = systemClock }: CircuitBreakerOptions): CircuitBreaker {
  let failed = 0;
  let opensAgainMs: number | undefined;
  let isProbing = false;

  const refuse = (untilMs: number): CallFailure => {
    const retryAfterSeconds = Math.max(1, Math.ceil((untilMs - clock.now()) / 1000));
    return new CallFailure('unavailable', 'it failed several times in a row and is left alone for a while', {
      retryAfterSeconds,
    });
  };
  const giveUp = (isProbe: boolean): void => {
    if (isProbe) isProbing = false;
  };
  return {
    begin: () => {
      if (opensAgainMs === undefined) return false;
      if (isProbing || clock.now() < opensAgainMs) throw refuse(opensAgainMs);
      isProbing = true;
      return true;
    },
    succeed: (isProbe) => {
      // A call that began before the circuit opened proves nothing about now.
      if (isProbe || opensAgainMs === undefined) {
        failed = 0;
        opensAgainMs = undefined;
      }
      giveUp(isProbe);
    },
    fail: (isProbe, error) => {
      if (isUnwell(error)) {
        failed++;
        if (isProbe || (failed >= failures && opensAgainMs === undefined)) opensAgainMs = clock.now() + openMs;
      }
      giveUp(isProbe);
    },
    giveUp,
    state: () => {
      if (opensAgainMs === undefined) return 'closed';
      return isProbing || clock.now() >= opensAgainMs ? 'half-open' : 'open';
    },
  };
}

/** A quota or a refused password is an answer of a healthy system. */
function isUnwell(error: unknown): boolean {
  return error instanceof CallFailure && (error.kind === 'unavailable' || error.kind === 'badAnswer');
}
