import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getKeys } from './local-keys.ts';

const given = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the keys', () => {
  it('are those of the settings, the current one first', () => {
    const keys = getKeys([given('i2', 1), given('i1', 2)], [given('d1', 3)], join(folder, 'unused'));
    expect(keys.index).toEqual([
      { id: 'i2', key: Buffer.alloc(32, 1) },
      { id: 'i1', key: Buffer.alloc(32, 2) },
    ]);
    expect(keys.data.map(({ id }) => id)).toEqual(['d1']);
  });

  it('are made once where there are no settings, differ by use, and are readable by their owner alone', () => {
    const dataDir = join(folder, 'new');
    const first = getKeys([], [], dataDir);
    expect(first.index[0]?.key).toHaveLength(32);
    expect(first.index[0]?.key.equals(first.data[0]?.key as Buffer)).toBe(false);
    expect(getKeys([], [], dataDir)).toEqual(first);
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o077).toBe(0);
  });

  it('are refused when only one of the two uses has some: the other’s would not fit the data', () => {
    expect(() => getKeys([given('i1', 1)], [], folder)).toThrow('must be set together');
    expect(() => getKeys([], [given('d1', 1)], folder)).toThrow('must be set together');
  });
});
