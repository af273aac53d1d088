import { expect, it } from 'vitest';
import { CallFailure } from './call-failure.ts';
import { createCallStatistics } from './call-statistics.ts';

function open() {
  const clock = { nowMs: 1_000_000, now: () => clock.nowMs };
  const statistics = createCallStatistics(clock);
  const fail = (error: Error) => statistics.remember(performance.now(), error);
  return { clock, statistics, fail, succeed: () => statistics.remember(performance.now()) };
}

it('counts calls by how they ended and remembers the last good one', () => {
  const { clock, statistics, fail, succeed } = open();
  succeed();
  clock.nowMs += 1000;
  fail(new CallFailure('quota', 'enough'));
  expect(statistics.counts).toEqual({ ok: 1, unavailable: 0, badAnswer: 0, quota: 1, denied: 0 });
  expect(statistics.lastOkAtMs()).toBe(1_000_000);
  expect(statistics.recent()).toMatchObject({ errorRate: 0.5 });
});

it('says nothing of a system that was not called lately', () => {
  const { clock, statistics, succeed } = open();
  expect(statistics.recent()).toBeUndefined();
  succeed();
  clock.nowMs += 300_001;
  expect(statistics.recent()).toBeUndefined();
});

it('does not take a fault of the hub for one of the system', () => {
  const { statistics, fail } = open();
  fail(new TypeError('ours'));
  expect(statistics.recent()).toBeUndefined();
});

it('forgets calls beyond the last 256', () => {
  const { statistics, fail, succeed } = open();
  fail(new CallFailure('unavailable', 'down'));
  for (let made = 0; made < 256; made++) succeed();
  expect(statistics.recent()).toMatchObject({ errorRate: 0 });
  expect(statistics.counts.unavailable).toBe(1);
});
