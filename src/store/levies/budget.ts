import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';

/** So much may be spent within a span of time, by all together: who spends it is not known, and not to be. */
export interface Budget {
  /** @throws HubError TOO_MANY_REQUESTS when it is spent; nothing is spent then. */
  spend(amount?: number): void;
  /** @throws HubError TOO_MANY_REQUESTS when it is spent. */
  check(): void;
}

/** Creates a budget that is whole again when a span has passed since its first spending. */
export function createBudget(limit: number, spanMs: number, clock: Clock): Budget {
  let spent = 0;
  let endsAtMs = Number.NEGATIVE_INFINITY;
  const refuseBeyond = (amount: number): void => {
    const nowMs = clock.now();
    if (nowMs >= endsAtMs) spent = 0;
    if (spent + amount <= limit) return;
    throw new HubError('TOO_MANY_REQUESTS', 'Many have asked for this lately.', {
      retryAfterSeconds: Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000)),
    });
  };
  return {
    check: () => refuseBeyond(1),
    spend: (amount = 1) => {
      refuseBeyond(amount);
      if (spent === 0) endsAtMs = clock.now() + spanMs;
      spent += amount;
    },
  };
}
