import { describe, expect, it } from 'vitest';
import type { StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import { BEGIN_MS, waitForRun } from './wait-for-run.ts';

const before = { stream: 's', state: 'idle', reason: undefined, lastSuccessAtMs: 1, records: 0 } as StreamStatus;

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
    ['succeeded', {}, [{}, { state: 'running' }, { lastSuccessAtMs: 2 }]],
    ['succeeded', {}, [{ lastSuccessAtMs: 2 }]],
    ['failed', {}, [{ state: 'running' }, { state: 'failing' }]],
    ['failed', {}, [{ state: 'failing', reason: 'x' }]],
    ['failed', { state: 'failing', reason: 'x' }, [{}, { state: 'running' }, { state: 'failing' }]],
    ['succeeded', { state: 'failing', reason: 'x' }, [{ state: 'idle', reason: undefined, lastSuccessAtMs: 2 }]],
    ['notBegun', {}, [{}]],
  ] as const)('ends as %s from %j by %j', async (expected, from, looks) => {
    expect(await wait(from, [...looks])).toBe(expected);
  });

  it('takes as long as the run takes', async () => {
    const long = Array.from({ length: 100 }, () => ({ state: 'running' }) as const);
    expect(await wait({}, [...long, { lastSuccessAtMs: 2 }])).toBe('succeeded');
  });
});
