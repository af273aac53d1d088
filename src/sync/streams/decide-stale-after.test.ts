import { expect, it } from 'vitest';
import { decideStaleAfterMs } from './decide-stale-after.ts';

const MINUTE = 60_000;

it.each([
  [1, undefined, 30],
  [5, undefined, 60],
  [60, '01:00', 180],
  [24 * 60, undefined, 26 * 60],
  [undefined, '01:00', 26 * 60],
])('a stream that runs every %s min, or at %s, is stale after %i min without a success', (every, sweepAt, minutes) => {
  expect(decideStaleAfterMs({ everyMs: every && every * MINUTE, sweepAt })).toBe(minutes * MINUTE);
});

it('a stream without a schedule is never stale', () => {
  expect(decideStaleAfterMs({ everyMs: undefined, sweepAt: undefined })).toBeUndefined();
});
