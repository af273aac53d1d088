import { describe, expect, it } from 'vitest';
import { CallFailure } from './call-failure.ts';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';

const down = () => Promise.reject(new CallFailure('unavailable', 'down'));
const well = () => Promise.resolve('well');

/** Makes a call as the guard does. */
async function run<T>(breaker: CircuitBreaker, call: () => Promise<T>): Promise<T> {
  const isProbe = breaker.begin();
  try {
    const answer = await call();
    breaker.succeed(isProbe);
    return answer;
  } catch (error) {
    breaker.fail(isProbe, error);
    throw error;
  }
}

function open({ failures = 3, openMs = 10_000 } = {}) {
  const clock = { nowMs: 1_000_000, now: () => clock.nowMs };
  const breaker = createCircuitBreaker({ failures, openMs, clock });
  const fail = async (times: number) => {
    for (let time = 0; time < times; time++) await run(breaker, down).catch(() => {});
  };
  return { clock, breaker, fail };
}

/** A call whose end the test decides. */
function createCall() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { call: () => promise, resolve, reject };
}

describe('a circuit breaker', () => {
  it('opens after so many failures in a row, not before', async () => {
    const { breaker, fail } = open();
    await fail(2);
    expect(breaker.state()).toBe('closed');
    await fail(1);
    expect(breaker.state()).toBe('open');
  });

  it('starts counting again after a success', async () => {
    const { breaker, fail } = open();
    await fail(2);
    await run(breaker, well);
    await fail(2);
    expect(breaker.state()).toBe('closed');
  });

  it('calls nothing while it is open, and says when to come again', async () => {
    const { breaker, fail, clock } = open();
    await fail(3);
    clock.nowMs += 4000;
    let called = false;
    const refused = run(breaker, async () => {
      called = true;
    });
    await expect(refused).rejects.toMatchObject({ kind: 'unavailable', retryAfterSeconds: 6 });
    expect(called).toBe(false);
  });

  it('lets one call through when the time is over, the others are refused until it has ended', async () => {
    const { breaker, fail, clock } = open();
    await fail(3);
    clock.nowMs += 10_000;
    expect(breaker.state()).toBe('half-open');
    const probe = createCall();
    const probing = run(breaker, probe.call);
    await expect(run(breaker, well)).rejects.toMatchObject({ kind: 'unavailable' });
    probe.resolve('back');
    await expect(probing).resolves.toBe('back');
    expect(breaker.state()).toBe('closed');
    await expect(run(breaker, well)).resolves.toBe('well');
  });

  it('stays open for as long again when that call fails', async () => {
    const { breaker, fail, clock } = open();
    await fail(3);
    clock.nowMs += 10_000;
    await fail(1);
    expect(breaker.state()).toBe('open');
    clock.nowMs += 9999;
    await expect(run(breaker, well)).rejects.toMatchObject({ kind: 'unavailable' });
    clock.nowMs += 1;
    await expect(run(breaker, well)).resolves.toBe('well');
    expect(breaker.state()).toBe('closed');
  });

  it('is not closed by a call that began before it opened', async () => {
    const { breaker, fail } = open();
    const slow = createCall();
    const early = run(breaker, slow.call);
    await fail(3);
    slow.resolve('late');
    await early;
    expect(breaker.state()).toBe('open');
  });

  it.each(['quota', 'denied'] as const)('takes %s for an answer of a system that is well', async (kind) => {
    const { breaker } = open();
    for (let time = 0; time < 5; time++)
      await run(breaker, () => Promise.reject(new CallFailure(kind, 'no'))).catch(() => {});
    expect(breaker.state()).toBe('closed');
  });

  it('leaves faults of our own uncounted, and gives a probe that meets one its place back', async () => {
    const { breaker, fail, clock } = open();
    await fail(3);
    clock.nowMs += 10_000;
    await expect(run(breaker, () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
    await expect(run(breaker, well)).resolves.toBe('well');
  });

  it('gives a probe that was never made its place back', async () => {
    const { breaker, fail, clock } = open();
    await fail(3);
    clock.nowMs += 10_000;
    breaker.giveUp(breaker.begin());
    await expect(run(breaker, well)).resolves.toBe('well');
    expect(breaker.state()).toBe('closed');
  });
});
