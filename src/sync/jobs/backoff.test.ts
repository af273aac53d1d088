import { describe, expect, it } from 'vitest';
import { decideBackoffMs } from './backoff.ts';

const timing = { backoffMs: 1_000, maxBackoffMs: 300_000 };
const longest = (attempt: number) => decideBackoffMs(attempt, timing, 0, () => 1);

describe('the pause before the next attempt', () => {
  it('doubles up to its limit', () => {
    expect([1, 2, 3, 4, 9, 10, 40].map(longest)).toEqual([1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
  });

  it('lies by chance between half of that and all of it', () => {
    expect(decideBackoffMs(3, timing, 0, () => 0)).toBe(2_000);
    expect(decideBackoffMs(3, timing, 0, () => 0.5)).toBe(3_000);
  });

  it('begins after the time that the system named', () => {
    expect(decideBackoffMs(1, timing, 60_000, () => 0)).toBe(60_500);
  });
});
