import { expect, it } from 'vitest';
import { mapEvents } from './map-events.ts';

const double = (event: number) => event * 2;
const fail = (reason: unknown): never => {
  throw reason;
};

async function* count(upTo: number): AsyncGenerator<number> {
  for (let event = 1; event <= upTo; event++) yield event;
}

async function collect<Event>(events: AsyncIterable<Event>): Promise<Event[]> {
  const all: Event[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** Hangs in the middle of a generator, which no `return` reaches. */
async function* hang(): AsyncGenerator<number> {
  yield 1;
  await new Promise(() => {});
}

it('maps every event in order and ends with its source', async () => {
  expect(await collect(mapEvents(count(3), double, fail))).toEqual([2, 4, 6]);
});

it('is over at once for whoever waits when it is given up, though the source hangs', async () => {
  const events = mapEvents(hang(), double, fail);
  await events.next();
  const waiting = events.next();
  await events.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect((await events.next()).done).toBe(true);
});

it('makes one last event of a failure and closes the source', async () => {
  const events = mapEvents(
    count(5),
    (event) => (event === 2 ? fail(new Error('no')) : event),
    () => -1,
  );
  expect(await collect(events)).toEqual([1, -1]);
});

it('rejects when the failure itself is to be thrown', async () => {
  const events = mapEvents(count(1), () => fail(new Error('no')), fail);
  await expect(events.next()).rejects.toThrow('no');
  expect((await events.next()).done).toBe(true);
});

it('closes its source once, however often it is given up', async () => {
  let closed = 0;
  const source = {
    next: async () => ({ done: false as const, value: 1 }),
    return: async () => ({ done: true as const, value: ++closed }),
  };
  const events = mapEvents(source, double, fail);
  await events.return();
  await events.return();
  expect(closed).toBe(1);
});
