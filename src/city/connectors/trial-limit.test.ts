import { describe, expect, it } from 'vitest';
import { createTrialLimit } from './trial-limit.ts';

const HOUR_MS = 3_600_000;

function openLimit() {
  let nowMs = 0;
  const limit = createTrialLimit({ now: () => nowMs });
  const take = (actor: string, times = 1) => {
    for (let made = 0; made < times; made++) limit.take(actor);
  };
  const at = (ms: number) => {
    nowMs = ms;
  };
  return { take, at };
}

describe('trials', () => {
  it('are thirty within any hour, and the next one waits until the first is an hour old', () => {
    const { take, at } = openLimit();
    take('a');
    at(60_000);
    take('a', 29);
    const refusal = { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 3540 };
    expect(() => take('a')).toThrow(expect.objectContaining(refusal));
    at(HOUR_MS);
    take('a');
    expect(() => take('a')).toThrow(expect.objectContaining({ retryAfterSeconds: 60 }));
  });

  it('of one are not counted against another', () => {
    const { take } = openLimit();
    take('a', 30);
    expect(() => take('b')).not.toThrow();
  });
});
