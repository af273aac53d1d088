import { describe, expect, it } from 'vitest';
import { createBudget } from './budget.ts';

describe('a budget', () => {
  it('is spent by all together, refuses what goes beyond, and is whole again when its span has passed', () => {
    let nowMs = 1_000;
    const budget = createBudget(10, 60_000, { now: () => nowMs });
    budget.spend(4);
    nowMs += 30_000;
    budget.spend(6);
    expect(() => budget.check()).toThrow('Many have asked');
    // 30 of 60 seconds are left.
    expect(() => budget.spend()).toThrow(expect.objectContaining({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 30 }));
    nowMs += 29_999;
    expect(() => budget.spend()).toThrow();
    nowMs += 1;
    expect(() => budget.check()).not.toThrow();
    budget.spend(10);
    expect(() => budget.spend()).toThrow();
  });

  it('keeps what a refused spending would have taken', () => {
    const budget = createBudget(10, 60_000, { now: () => 0 });
    budget.spend(8);
    expect(() => budget.spend(3)).toThrow();
    expect(() => budget.spend(2)).not.toThrow();
  });
});
