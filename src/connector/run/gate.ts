import { SourceFailure } from '../../protocols/protocol.ts';

/** Lets a bounded number of calls through to a system at once and a bounded number wait, for a bounded time. */
export interface Gate {
  /** @throws SourceFailure unavailable, without calling, when too many wait already or the turn did not come in time. */
  pass<T>(call: () => Promise<T>): Promise<T>;
}

export interface GateLimits {
  readonly concurrency: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

/** Creates the gate of one source, shared by everything in the process that calls it: old systems are fragile. */
export function createGate({ concurrency, maxWaiting, maxWaitMs }: GateLimits): Gate {
  let running = 0;
  const waiting = new Set<() => void>();
  const leave = (): void => {
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      next();
    } else running--;
  };
  const takeTurn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(turn);
        reject(new SourceFailure('unavailable', 'it was too busy to be asked in time'));
      }, maxWaitMs);
      const turn = (): void => {
        clearTimeout(timer);
        resolve();
      };
      waiting.add(turn);
    });
  return {
    pass: async (call) => {
      if (running < concurrency) running++;
      else {
        if (waiting.size >= maxWaiting) {
          throw new SourceFailure('unavailable', 'too many calls wait for it already', { retryAfterSeconds: 1 });
        }
        await takeTurn();
      }
      try {
        return await call();
      } finally {
        leave();
      }
    },
  };
}
