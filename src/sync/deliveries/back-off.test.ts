import { expect, it } from 'vitest';
import { decideDelayMs } from './back-off.ts';

it('waits twice as long each time, and never longer than ten minutes', () => {
  const waits = [1, 2, 3, 9, 10, 500].map((attempts) => decideDelayMs(attempts, 1));
  expect(waits).toEqual([2_000, 4_000, 8_000, 512_000, 600_000, 600_000]);
});

it('spreads those who failed together over half of the time', () => {
  expect([0, 0.5, 1].map((random) => decideDelayMs(1, random))).toEqual([1_000, 1_500, 2_000]);
});

it('waits as long as the system asks for, within an hour', () => {
  expect(decideDelayMs(1, 1, 90)).toBe(90_000);
  expect(decideDelayMs(1, 1, 86_400)).toBe(3_600_000);
});
