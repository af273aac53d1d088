import { CallFailure } from './call-failure.ts';

/** Lets a bounded number of calls through to a system at once and a bounded number wait, for a bounded time. */
export interface Gate {
  /** @throws CallFailure unavailable, without calling, when too many wait already or the turn did not come in time. */
  pass<T>(call: () => Promise<T>): Promise<T>;
  /** Calls under way and calls that wait. */
  load(): { readonly running: number; readonly waiting: number };
}

export interface GateLimits {
  readonly concurrency: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

interface Waiting {
  readonly deadlineMs: number;
  begin(): void;
  giveUp(failure: CallFailure): void;
}

/** Creates the gate of one source, shared by everything in the process that calls it: old systems are fragile. */
export function createGate({ concurrency, maxWaiting, maxWaitMs }: GateLimits): Gate {
  let running = 0;
  // In the order they came, which is the order of their deadlines too: one timer for the first of them is enough.
  const waiting = new Set<Waiting>();
  let _timer: NodeJS.Timeout | undefined;

  const leave = (): void => {
    const [next] = waiting;
    if (!next) {
      running--;
      return;
    }
    waiting.delete(next);
    next.begin();
  };
  const expire = (): void => {
    _timer = undefined;
    for (const one of waiting) {
      if (one.deadlineMs > Date.now()) {
        _timer = setTimeout(expire, one.deadlineMs - Date.now()).unref();
        return;
      }
      waiting.delete(one);
      one.giveUp(new CallFailure('unavailable', 'it was too busy to be asked in time'));
    }
  };
  const takeTurn = (): Promise<void> =>
    new Promise((begin, giveUp) => {
      waiting.add({ deadlineMs: Date.now() + maxWaitMs, begin, giveUp });
      _timer ??= setTimeout(expire, maxWaitMs).unref();
    });
  // An async function, so that a call that throws before it begins gives its place back too.
  const run = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } finally {
      leave();
    }
  };
  return {
    pass: (call) => {
      if (running < concurrency) {
        running++;
        return run(call);
      }
      if (waiting.size < maxWaiting) return takeTurn().then(() => run(call));
      const failure = new CallFailure('unavailable', 'too many calls wait for it already', { retryAfterSeconds: 1 });
      return Promise.reject(failure);
    },
    load: () => ({ running, waiting: waiting.size }),
  };
}
