import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('never lets more calls through within any sixty seconds than it allows, and says when the next is free', () => {
  const clock = { nowMs: 0, now: () => clock.nowMs };
  const limit = createRateLimit(3, clock);
  const taken: number[] = [];
  for (clock.nowMs = 0; clock.nowMs <= 180_000; clock.nowMs += 500) {
    try {
      limit.take();
      taken.push(clock.nowMs);
    } catch (error) {
      expect(error).toMatchObject({ kind: 'quota', retryAfterSeconds: expect.any(Number) });
    }
  }
  for (const start of taken)
    expect(taken.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(3);
  expect(taken.length).toBeGreaterThanOrEqual(9);
});

it('counts the seconds to the next call from the oldest that counts', () => {
  const clock = { nowMs: 0, now: () => clock.nowMs };
  const limit = createRateLimit(1, clock);
  limit.take();
  clock.nowMs = 12_300;
  expect(() => limit.take()).toThrow(expect.objectContaining({ retryAfterSeconds: 48 }));
});
