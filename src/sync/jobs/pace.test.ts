import type { IQueueBackend } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { pace } from './pace.ts';

const away = () => Object.assign(new Error('the database system is starting up'), { code: '57P03' });
const lost = () => new Error('Missing lock for job 7.');

/** A backend whose every call fails so often, and counts. */
function open(failures: number, fault: () => Error = away) {
  const calls = { take: 0, end: 0 };
  const noted: string[] = [];
  const fail = async (of: 'take' | 'end') => {
    if (calls[of]++ < failures) throw fault();
  };
  const bare = { moveToActive: () => fail('take'), moveToCompleted: () => fail('end') };
  const other = { moveToFailed: async () => {}, moveToDelayed: async () => {} };
  const [draining, ended] = [new AbortController(), new AbortController()];
  const note = { failed: () => noted.push('failed'), answered: () => noted.push('answered'), end: () => {} };
  const options = { pauseMs: 1, note, draining: draining.signal, ended: ended.signal };
  const backend = pace({ ...bare, ...other } as unknown as IQueueBackend, options) as unknown as typeof bare;
  return { backend, calls, noted, ended };
}

describe('a worker whose backend is away', () => {
  it('is told after a pause, and both it and the return are noted', async () => {
    const { backend, noted } = open(1);
    await expect(backend.moveToActive()).rejects.toThrow('starting up');
    await backend.moveToActive();
    expect(noted).toEqual(['failed', 'answered']);
  });

  it('writes the end of a job as soon as the backend is back', async () => {
    const { backend, calls } = open(3);
    await backend.moveToCompleted();
    expect(calls.end).toBe(4);
  });

  it('gives up writing it when the connections close', async () => {
    const { backend, ended } = open(Number.POSITIVE_INFINITY);
    const written = backend.moveToCompleted();
    ended.abort();
    await expect(written).rejects.toThrow('starting up');
  });

  it('does not insist on what the backend refuses', async () => {
    const { backend, calls } = open(3, lost);
    await expect(backend.moveToCompleted()).rejects.toThrow('Missing lock');
    expect(calls.end).toBe(1);
  });
});
