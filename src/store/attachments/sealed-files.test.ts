import { mkdtemp, open, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealedFiles } from './sealed-files.ts';

const ID = 'ab0d2c1e-0000-4000-8000-000000000001';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const listAll = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name);

describe('the files of the hub', () => {
  it('are read as they were written, and are for the hub alone', async () => {
    const files = createSealedFiles(folder);
    await files.write(ID, Buffer.from('isi'));
    expect((await files.read(ID)).toString()).toBe('isi');
    expect((await stat(join(folder, 'ab', ID))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'ab'))).mode & 0o777).toBe(0o700);
    await files.remove(ID);
    await files.remove(ID);
    expect(await listAll()).toEqual([]);
    await expect(files.read(ID)).rejects.toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('ENOENT'),
    });
  });

  it.each(['ENOSPC', 'EDQUOT'])('leave nothing behind on a disk that is full (%s), and say so', async (code) => {
    const files = createSealedFiles(folder, async (path) => {
      const file = await open(path, 'wx');
      return {
        writeFile: async () => {
          await file.writeFile('half');
          throw Object.assign(new Error('no space'), { code });
        },
        sync: () => file.sync(),
        close: () => file.close(),
      };
    });
    await expect(files.write(ID, Buffer.from('isi'))).rejects.toMatchObject({ code: 'STORAGE_FULL', retryable: true });
    expect(await listAll()).toEqual([]);
  });

  it('that are old are listed, whole or half-written', async () => {
    const files = createSealedFiles(folder);
    await files.write(ID, Buffer.from('isi'));
    const other = ID.replace(/1$/, '2');
    await writeFile(join(folder, 'ab', `${other}.new`), 'half');
    await files.write(ID.replace(/1$/, '3'), Buffer.from('isi'));
    for (const name of [ID, `${other}.new`]) await utimes(join(folder, 'ab', name), 1_000, 1_000);
    expect((await files.list(2_000_000)).toSorted()).toEqual([ID, other]);
    await files.remove(other);
    expect(await listAll()).toHaveLength(2);
  });

  it('are none where the folder is not there yet', async () => {
    expect(await createSealedFiles(join(folder, 'later')).list(Date.now())).toEqual([]);
  });
});
