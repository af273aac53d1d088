import { describe, expect, it } from 'vitest';
import type { StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import { BEGIN_MS, waitForRun } from './wait-for-run.ts';

const before = { stream: 's', state: 'idle', lastSuccessAtMs: 1, lastEndedAtMs: 1, records: 0 } as StreamStatus;
const running = { state: 'running' } as const;
const succeeded = { lastSuccessAtMs: 2, lastEndedAtMs: 2 };
const failed = { state: 'failing', reason: 'x', lastEndedAtMs: 2 } as const;
const failedBefore = { state: 'failing', reason: 'x', lastEndedAtMs: 1, lastSuccessAtMs: undefined } as const;

/** Waits while the stream goes through these, half a minute each. */
async function wait(from: Partial<StreamStatus>, looks: Partial<StreamStatus>[]) {
  const time = { ms: 0 };
  const control = {
    listStreams: async () => [{ ...before, ...from, ...(looks.length > 1 ? looks.shift() : looks[0]) }],
  } as unknown as SyncControl;
  const pause = async () => {
    time.ms += BEGIN_MS / 2;
  };
  const { end } = await waitForRun(control, { ...before, ...from }, { now: () => time.ms, pause, onLook: () => {} });
  return end;
}

describe('waiting for a run', () => {
  it.each([
    ['succeeded', {}, [{}, running, succeeded]],
    ['succeeded', {}, [succeeded]],
    ['failed', {}, [running, failed]],
    ['failed', {}, [failed]],
    // As the one before it did, and too fast to be seen.
    ['failed', failedBefore, [{}, { lastEndedAtMs: 2 }]],
    ['succeeded', failedBefore, [{ state: 'idle', reason: undefined, ...succeeded }]],
    ['notBegun', {}, [{}]],
    ['notBegun', failedBefore, [{}]],
  ] as const)('ends as %s from %j by %j', async (expected, from, looks) => {
    expect(await wait(from, [...looks])).toBe(expected);
  });

  it('takes as long as the run takes', async () => {
    const long = Array.from({ length: 100 }, () => running);
    expect(await wait({}, [...long, succeeded])).toBe('succeeded');
  });
});
