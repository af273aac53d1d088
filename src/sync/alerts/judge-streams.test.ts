import { describe, expect, it } from 'vitest';
import type { StreamStatus } from '../../ports/sync-control.ts';
import { judgeStreams } from './judge-streams.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const sound: StreamStatus = {
  stream: 'dpmptsp/perizinan/Permit',
  opd: 'dpmptsp',
  system: 'perizinan',
  state: 'idle',
  reason: undefined,
  lastSuccessAtMs: NOW - HOUR,
  lastEndedAtMs: NOW - HOUR,
  lagMs: HOUR,
  nextRunAtMs: NOW + HOUR,
  staleAfterMs: 26 * HOUR,
  counts: undefined,
  quarantined: 0,
  records: 10,
  schedule: { everyMs: undefined, sweepAt: undefined, isPushed: false },
  drift: [],
};
const judge = (changes: Partial<StreamStatus>) =>
  judgeStreams([{ ...sound, ...changes }], NOW).map(({ kind, describe: text }) => [kind, text]);

describe('a stream', () => {
  it('that is idle, running or paused by a person is no alert', () => {
    for (const state of ['idle', 'running', 'paused'] as const) expect(judge({ state })).toEqual([]);
  });

  it.each([
    [{ state: 'failing' }, 'failing', 'the last run was no success'],
    [{ state: 'needsAttention' }, 'needsAttention', 'a person must decide before it goes on'],
    [{ lastSuccessAtMs: NOW - 27 * HOUR }, 'stale', 'no run has succeeded for 26 h'],
    [{ nextRunAtMs: NOW - HOUR }, 'overdue', 'its next run has not begun'],
    [{ quarantined: 7 }, 'quarantine', '7 rows lie in quarantine'],
  ] as const)('%j is an alert', (changes, kind, text) => {
    expect(judge(changes)).toEqual([[kind, text]]);
  });

  it('that is paused is stale all the same', () => {
    expect(judge({ state: 'paused', lastSuccessAtMs: NOW - 48 * HOUR, nextRunAtMs: NOW - HOUR })).toEqual([
      ['stale', 'no run has succeeded for 26 h'],
    ]);
  });

  it('is stale by its own limit, and not because its agency brings its file once a month', () => {
    expect(judge({ staleAfterMs: HOUR / 2 })).toEqual([['stale', 'no run has succeeded for 30 min']]);
    expect(judge({ staleAfterMs: undefined, lastSuccessAtMs: 0 })).toEqual([]);
    expect(judge({ lagMs: 700 * HOUR })).toEqual([]);
  });

  it('has grown its quarantine when there are ten times as many', () => {
    const keyOf = (quarantined: number) => judgeStreams([{ ...sound, quarantined }], NOW)[0]?.key;
    expect(keyOf(9)).toBe(keyOf(1));
    expect(keyOf(10)).not.toBe(keyOf(9));
  });
});
