import { describe, expect, it } from 'vitest';
import { CallFailure } from './call-failure.ts';
import { createDailyQuota } from './daily-quota.ts';
import { createGuard, type GuardLimits } from './guard.ts';

const CALM: GuardLimits = {
  timeoutMs: 5000,
  concurrency: 2,
  maxWaiting: 100,
  retries: 2,
  failuresToOpen: 100,
  openMs: 10_000,
};
const down = () => new CallFailure('unavailable', 'down');

/** A call that fails in these ways, one after the other, and then answers. */
function createCall(...failures: Error[]) {
  const call = async () => {
    call.made++;
    const failure = failures.shift();
    if (failure) throw failure;
    return 'answer';
  };
  call.made = 0;
  return call;
}

describe('a guard', () => {
  it('makes another attempt at a read that may pass, and none at a write', async () => {
    const guard = createGuard(CALM);
    const read = createCall(down(), down());
    await expect(guard.pass(true, read)).resolves.toBe('answer');
    expect(read.made).toBe(3);
    const write = createCall(down());
    await expect(guard.pass(false, write)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(write.made).toBe(1);
  });

  it.each([
    ['a bad answer', new CallFailure('badAnswer', 'html')],
    ['a wrong password', new CallFailure('denied', 'no')],
    ['a quota', new CallFailure('quota', 'enough')],
    ['a time to come again', new CallFailure('unavailable', 'later', { retryAfterSeconds: 30 })],
    ['a fault of our own', new TypeError('ours')],
  ])('makes no other attempt after %s', async (_what, failure) => {
    const read = createCall(failure);
    await expect(createGuard(CALM).pass(true, read)).rejects.toBe(failure);
    expect(read.made).toBe(1);
  });

  it('waits as long as the system asks where the call has the time, and not where it has not', async () => {
    const patience = new CallFailure('quota', 'slowly', { retryAfterSeconds: 0.05 });
    const read = createCall(patience);
    await expect(createGuard(CALM).pass(true, read)).resolves.toBe('answer');
    const tooLong = createCall(new CallFailure('quota', 'tomorrow', { retryAfterSeconds: 3600 }));
    await expect(createGuard(CALM).pass(true, tooLong)).rejects.toMatchObject({ kind: 'quota' });
    expect(tooLong.made).toBe(1);
  });

  it('gives up when there is no time left for another attempt', async () => {
    const read = createCall(down(), down());
    await expect(createGuard({ ...CALM, timeoutMs: 5 }).pass(true, read)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(read.made).toBe(1);
  });

  it('never has more calls under way than the system bears, attempts of all callers together', async () => {
    const guard = createGuard(CALM);
    let now = 0;
    let most = 0;
    const call = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      if (Math.random() < 0.3) throw down();
      return 'answer';
    };
    await Promise.allSettled(Array.from({ length: 60 }, () => guard.pass(true, call)));
    expect(most).toBe(2);
  });

  it('asks no more often in a minute than the system allows', async () => {
    const guard = createGuard({ ...CALM, perMinute: 2 });
    const call = createCall();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => guard.pass(true, call)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(call.made).toBe(2);
    // Being asked too often is no illness of the system.
    expect(guard.breaker.state()).toBe('closed');
  });

  it('counts what a call asks beyond its first request against the same rate and quota', async () => {
    const taken: boolean[] = [];
    const quota = { take: (isJob: boolean) => void taken.push(isJob), left: () => undefined, close: async () => {} };
    const guard = createGuard({ ...CALM, perMinute: 3 }, undefined, quota);
    const askTwice = async (_deadlineMs: number, takeFurther: () => void | Promise<void>) => takeFurther();
    await guard.pass(true, askTwice, true);
    await expect(guard.pass(true, askTwice)).rejects.toMatchObject({ kind: 'quota', retryAfterSeconds: 60 });
    expect(taken).toEqual([true, true, false]);
  });

  it('leaves a system alone that fails again and again', async () => {
    const guard = createGuard({ ...CALM, failuresToOpen: 3 });
    const call = createCall(down(), down(), down());
    await guard.pass(true, call).catch(() => {});
    await expect(guard.pass(true, call)).rejects.toMatchObject({ retryAfterSeconds: 10 });
    expect(call.made).toBe(3);
  });

  it('tells the call until when it must have answered', async () => {
    const before = Date.now();
    // Another time than the machine's is for rates and rules; a call takes real time.
    const guard = createGuard(CALM, { now: () => 1_000_000 });
    const deadlineMs = await guard.pass(true, async (given) => given);
    expect(deadlineMs).toBeGreaterThanOrEqual(before + 5000);
    expect(deadlineMs).toBeLessThanOrEqual(Date.now() + 5000);
  });

  it('does not take a quota that cannot be counted for a system that is not well', async () => {
    const broken = { book: () => Promise.reject(new Error('database')), giveBack: async () => {} };
    const quota = createDailyQuota({ source: 's', perDay: 10, reserve: 0, store: broken });
    const guard = createGuard({ ...CALM, retries: 0, failuresToOpen: 1 }, undefined, quota);
    const call = createCall();
    await expect(guard.pass(true, call)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(call.made).toBe(0);
    expect(guard.breaker.state()).toBe('closed');
    expect(guard.statistics.recent()).toBeUndefined();
  });
});
