import { describe, expect, it } from 'vitest';
import { createGate, type Gate } from './gate.ts';

/** Calls whose ends the test decides. */
function createCalls() {
  const begun: number[] = [];
  const ends = new Map<number, { good: () => void; bad: (error: Error) => void }>();
  const call = (id: number) => () => {
    begun.push(id);
    return new Promise<number>((resolve, reject) => ends.set(id, { good: () => resolve(id), bad: reject }));
  };
  const end = async (id: number) => {
    ends.get(id)?.good();
    await settle();
  };
  const fail = async (id: number) => {
    ends.get(id)?.bad(new Error('bad'));
    await settle();
  };
  return { begun, call, end, fail };
}

/** Makes a call as the guard does. */
async function pass<T>(gate: Gate, call: () => Promise<T>, isJob = false): Promise<T> {
  const turn = gate.enter(isJob);
  if (turn) await turn;
  try {
    return await call();
  } finally {
    gate.leave(isJob);
  }
}

/** Timers that would keep the process alive. */
const countTimers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

/** Lets everything that can go on go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const PATIENT = { maxWaiting: 100, maxWaitMs: 60_000 };

describe('a gate', () => {
  it('never lets more calls through at once than its concurrency, and in the order they came', async () => {
    const { begun, call, end } = createCalls();
    const gate = createGate({ concurrency: 2, ...PATIENT });
    const all = [1, 2, 3, 4, 5].map((id) => pass(gate, call(id)));
    await settle();
    expect(begun).toEqual([1, 2]);
    await end(2);
    expect(begun).toEqual([1, 2, 3]);
    await end(1);
    expect(begun).toEqual([1, 2, 3, 4]);
    await end(3);
    await end(4);
    await end(5);
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets jobs hold half of the places, and people go before them', async () => {
    const { begun, call, end } = createCalls();
    const gate = createGate({ concurrency: 2, ...PATIENT });
    const jobs = [11, 12, 13].map((id) => pass(gate, call(id), true));
    await settle();
    expect(begun).toEqual([11]);
    const people = [1, 2].map((id) => pass(gate, call(id)));
    await settle();
    expect(begun).toEqual([11, 1]);
    await end(11);
    expect(begun).toEqual([11, 1, 2]);
    await end(1);
    expect(begun).toEqual([11, 1, 2, 12]);
    await end(2);
    await end(12);
    await end(13);
    expect(await Promise.all([...jobs, ...people])).toEqual([11, 12, 13, 1, 2]);
    expect(gate.load()).toEqual({ running: 0, waiting: 0 });
  });

  it('lets a single place go to jobs too, a page at a time', async () => {
    const { begun, call, end } = createCalls();
    const gate = createGate({ concurrency: 1, ...PATIENT });
    const all = [pass(gate, call(11), true), pass(gate, call(12), true), pass(gate, call(1))];
    await settle();
    await end(11);
    expect(begun).toEqual([11, 1]);
    await end(1);
    await end(12);
    expect(await Promise.all(all)).toEqual([11, 12, 1]);
  });

  it('lets nobody who comes later past those who wait', async () => {
    const { begun, call, end } = createCalls();
    const gate = createGate({ concurrency: 1, ...PATIENT });
    const first = pass(gate, call(1));
    const waiting = pass(gate, call(2));
    // Comes in the very moment in which the first one leaves.
    const late = first.then(() => pass(gate, call(3)));
    await end(1);
    expect(begun).toEqual([1, 2]);
    await end(2);
    await end(3);
    await Promise.all([waiting, late]);
    expect(begun).toEqual([1, 2, 3]);
  });

  it('has all its places again after many calls', async () => {
    const gate = createGate({ concurrency: 3, ...PATIENT });
    let running = 0;
    let most = 0;
    const call = async () => {
      most = Math.max(most, ++running);
      await settle();
      running--;
    };
    for (let round = 0; round < 3; round++) {
      most = 0;
      await Promise.all(Array.from({ length: 20 }, () => pass(gate, call)));
      expect(most).toBe(3);
    }
  });

  it('gives the place of a call that failed to the next', async () => {
    const { begun, call, end, fail } = createCalls();
    const gate = createGate({ concurrency: 1, ...PATIENT });
    const failing = expect(pass(gate, call(1))).rejects.toThrow('bad');
    const next = pass(gate, call(2));
    await fail(1);
    await failing;
    expect(begun).toEqual([1, 2]);
    await end(2);
    await next;
  });

  it('gives the place of a call that throws before it begins to the next', async () => {
    const gate = createGate({ concurrency: 1, ...PATIENT });
    const broken = () => {
      throw new Error('broken');
    };
    await expect(pass(gate, broken)).rejects.toThrow('broken');
    await expect(pass(gate, async () => 'good')).resolves.toBe('good');
  });

  it('refuses at once, without calling, when too many wait already', async () => {
    const { begun, call, end } = createCalls();
    const gate = createGate({ concurrency: 1, maxWaiting: 1, maxWaitMs: 60_000 });
    const two = [pass(gate, call(1)), pass(gate, call(2))];
    await expect(pass(gate, call(3))).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'too many calls wait for it already',
      retryAfterSeconds: 1,
    });
    await end(1);
    await end(2);
    await Promise.all(two);
    expect(begun).toEqual([1, 2]);
  });

  it('with no room to wait refuses whoever cannot begin', async () => {
    const { call, end } = createCalls();
    const gate = createGate({ concurrency: 1, maxWaiting: 0, maxWaitMs: 60_000 });
    const running = pass(gate, call(1));
    await expect(pass(gate, call(2))).rejects.toMatchObject({ kind: 'unavailable' });
    await end(1);
    await running;
  });

  it('keeps no process alive by a timer of its own', async () => {
    const before = countTimers();
    const gate = createGate({ concurrency: 1, ...PATIENT });
    await Promise.all([pass(gate, settle), pass(gate, settle), pass(gate, settle)]);
    expect(countTimers()).toBe(before);
  });

  it('gives up on a call whose turn does not come in time, and never makes it', async () => {
    const { begun, call, end } = createCalls();
    const gate = createGate({ concurrency: 1, maxWaiting: 10, maxWaitMs: 20 });
    const running = pass(gate, call(1));
    await expect(pass(gate, call(2))).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'it was too busy to be asked in time',
    });
    const later = pass(gate, call(3));
    await end(1);
    expect(begun).toEqual([1, 3]);
    await end(3);
    await Promise.all([running, later]);
  });
});
