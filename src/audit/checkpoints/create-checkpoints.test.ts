import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSigned } from './checkpoint.ts';
import { checkpointFileIn, readCheckpoints } from './checkpoint-file.ts';
import { createCheckpoints } from './create-checkpoints.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pointAt = (seq: number) => ({ seq, hash: Buffer.alloc(32, seq % 256) });
const clock = { now: () => 1_795_500_000_000 };
const onFailed = vi.fn();

let parent: string;
let folder: string;
beforeEach(async () => {
  vi.useFakeTimers();
  onFailed.mockReset();
  parent = await mkdtemp(join(tmpdir(), 'checkpoints-'));
  folder = join(parent, 'audit');
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(parent, { recursive: true });
});

const open = () => createCheckpoints({ folder, signingKey: privateKey, everyRows: 10, everyMs: 1000, clock, onFailed });
const listSeqs = async () => (await readCheckpoints(folder)).map(({ checkpoint }) => checkpoint?.seq);

describe('checkpoints', () => {
  it('are signed, one to a line, for nobody else to read', async () => {
    const checkpoints = await open();
    checkpoints.note(pointAt(3));
    await checkpoints.close();
    const [line] = await readCheckpoints(folder);
    expect(line?.checkpoint).toEqual({ ...pointAt(3), atMs: clock.now() });
    expect(line && isSigned(line, publicKey)).toBe(true);
    expect((await stat(checkpointFileIn(folder))).mode & 0o077).toBe(0);
  });

  it('are written after so many rows, and at the end', async () => {
    const checkpoints = await open();
    for (let seq = 1; seq <= 25; seq++) checkpoints.note(pointAt(seq));
    await checkpoints.close();
    expect(await listSeqs()).toEqual([10, 20, 25]);
  });

  it('are written after so much time, if there were rows', async () => {
    const checkpoints = await open();
    checkpoints.note(pointAt(1));
    checkpoints.note(pointAt(2));
    vi.advanceTimersByTime(1000);
    vi.advanceTimersByTime(5000);
    checkpoints.note(pointAt(3));
    await checkpoints.close();
    await checkpoints.close();
    expect(await listSeqs()).toEqual([2, 3]);
  });

  it('of a hub that wrote nothing are none', async () => {
    await (await open()).close();
    expect(await listSeqs()).toEqual([]);
  });

  it('follow on what an earlier hub left, without the line that its crash cut short', async () => {
    const first = await open();
    first.note(pointAt(1));
    await first.close();
    await appendFile(checkpointFileIn(folder), '{"seq":2,"ha');
    expect(await listSeqs()).toEqual([1]);
    const second = await open();
    second.note(pointAt(3));
    await second.close();
    expect(await listSeqs()).toEqual([1, 3]);
  });

  it('that cannot be written are told of, and the next ones are', async () => {
    const checkpoints = await open();
    await rm(folder, { recursive: true });
    for (let seq = 1; seq <= 10; seq++) checkpoints.note(pointAt(seq));
    await checkpoints.close();
    expect(onFailed).toHaveBeenCalledOnce();
    const again = await open();
    again.note(pointAt(11));
    await again.close();
    expect(await listSeqs()).toEqual([11]);
  });
});
