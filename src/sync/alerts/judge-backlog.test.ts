import { describe, expect, it } from 'vitest';
import { judgeOutbox, judgeQueues } from './judge-backlog.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const empty = { system: 'dpmptsp/perizinan', waiting: 0, oldestAtMs: undefined, needsAttention: 0 };
const judge = (changes: object) => judgeOutbox([{ ...empty, ...changes }], NOW);

describe('an outbox', () => {
  it('that is empty, or from which submissions go at once, is no alert', () => {
    expect(judge({})).toEqual([]);
    expect(judge({ waiting: 99, oldestAtMs: NOW - 14 * MINUTE })).toEqual([]);
  });

  it('is one when its oldest submission waits, and again at each longer step', () => {
    const keyAfter = (minutes: number) => judge({ waiting: 1, oldestAtMs: NOW - minutes * MINUTE })[0]?.key;
    expect(judge({ waiting: 1, oldestAtMs: NOW - 20 * MINUTE })).toMatchObject([
      { kind: 'outbox', subject: 'dpmptsp/perizinan', describe: 'the oldest submission has waited for 20 min' },
    ]);
    expect(new Set([15, 59, 60, 359, 360, 1_440, 9_999].map(keyAfter)).size).toBe(4);
  });

  it('is one when it grows, and when a submission needs a person', () => {
    expect(judge({ waiting: 100 })).toMatchObject([{ describe: '100 submissions wait' }]);
    expect(judge({ needsAttention: 2 })).toMatchObject([{ describe: '2 submissions need a person' }]);
  });
});

it('jobs that were given up are an alert', () => {
  const counts = { system: 'rsud/antrean', waiting: 0, active: 0, delayed: 0, failed: 0, isPaused: false };
  expect(judgeQueues([counts])).toEqual([]);
  expect(judgeQueues([{ ...counts, failed: 3 }])).toMatchObject([
    { kind: 'deadLetters', describe: '3 jobs were given up' },
  ]);
});
