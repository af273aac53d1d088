import { CallFailure } from './call-failure.ts';

/** Lets a bounded number of calls through to a system at once and a bounded number wait, for a bounded time. */
export interface Gate {
  /**
   * Waits for the turn, no promise when it is there; whoever got it leaves again. Jobs go behind people, and never hold
   * more than half of the places.
   * @throws CallFailure unavailable when too many wait already or the turn did not come in time.
   */
  enter(isJob?: boolean): undefined | Promise<void>;
  leave(isJob?: boolean): void;
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
  /** Whose turn is next; forgotten with the turn, or whoever is gone would keep all after him in memory. */
  next: Waiting | undefined;
}

/** Those who wait, in the order they came, which is the order of their deadlines too. */
class Line {
  first: Waiting | undefined;
  length = 0;
  #last: Waiting | undefined;

  add(one: Waiting): void {
    if (this.#last) this.#last.next = one;
    else this.first = one;
    this.#last = one;
    this.length++;
  }

  takeFirst(): Waiting | undefined {
    const one = this.first;
    if (!one) return undefined;
    this.first = one.next;
    if (!one.next) this.#last = undefined;
    one.next = undefined;
    this.length--;
    return one;
  }
}

/** Creates the gate of one source, shared by everything in the process that calls it: old systems are fragile. */
export function createGate({ concurrency, maxWaiting, maxWaitMs }: GateLimits): Gate {
  const maxJobs = Math.max(1, Math.floor(concurrency / 2));
  let running = 0;
  let runningJobs = 0;
  // One timer for the first of them is enough.
  const people = new Line();
  const jobs = new Line();
  let _timer: NodeJS.Timeout | undefined;

  const leave = (isJob = false): void => {
    if (isJob) runningJobs--;
    const person = people.takeFirst();
    const job = !person && runningJobs < maxJobs ? jobs.takeFirst() : undefined;
    if (job) runningJobs++;
    const next = person ?? job;
    if (next) next.begin();
    else running--;
  };
  const expire = (): void => {
    _timer = undefined;
    for (const line of [people, jobs])
      while (line.first && line.first.deadlineMs <= Date.now())
        line.takeFirst()?.giveUp(new CallFailure('unavailable', 'it was too busy to be asked in time'));
    const nextMs = Math.min(...[people, jobs].flatMap(({ first }) => first?.deadlineMs ?? []));
    if (Number.isFinite(nextMs)) _timer = setTimeout(expire, nextMs - Date.now()).unref();
  };
  const takeTurn = (line: Line): Promise<void> =>
    new Promise((begin, giveUp) => {
      line.add({ deadlineMs: Date.now() + maxWaitMs, begin, giveUp, next: undefined });
      _timer ??= setTimeout(expire, maxWaitMs).unref();
    });
  return {
    enter: (isJob = false) => {
      if (running < concurrency && (!isJob || runningJobs < maxJobs)) {
        running++;
        if (isJob) runningJobs++;
        return undefined;
      }
      const line = isJob ? jobs : people;
      if (line.length < maxWaiting) return takeTurn(line);
      throw new CallFailure('unavailable', 'too many calls wait for it already', { retryAfterSeconds: 1 });
    },
    leave,
    load: () => ({ running, waiting: people.length + jobs.length }),
  };
}
