import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFolder, openFolder } from '../testing/open-folder.ts';
import { putFile } from './put-file.ts';
import { takesFile, tryFile } from './try-file.ts';

let folder: OpenFolder;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.close());

describe('a file that is put into a folder', () => {
  it('is the newest there, replaces its namesake, and leaves nothing beside it', async () => {
    folder.put('a.csv', 'a\n1\n', 10);
    folder.put('b.csv', 'a\n2\n', 5);
    await putFile(folder.path, 'a.csv', Buffer.from('a\n3\n'));
    expect(await folder.ask({ file: '*.csv' })).toEqual({ rows: [{ a: '3' }], rejected: [] });
    expect(readdirSync(folder.path).sort()).toEqual(['a.csv', 'b.csv']);
    expect(statSync(join(folder.path, 'a.csv')).mode & 0o007).toBe(0);
  });

  it('leaves everything as it was where it cannot be put', async () => {
    folder.put('b.csv', 'a\n2\n');
    const inside = join(folder.path, 'b.csv');
    await expect(putFile(inside, 'a.csv', Buffer.from('x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    mkdirSync(join(folder.path, 'a.csv'));
    await expect(putFile(folder.path, 'a.csv', Buffer.from('x'))).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(folder.path)).toEqual(['a.csv', 'b.csv']);
    expect(readFileSync(inside, 'utf8')).toBe('a\n2\n');
  });
});

describe('a file that is tried', () => {
  const spec = { file: 'a-*.csv', textColumns: ['nik'], where: { nik: ':nik' } };
  const read = (text: string, source = {}) => tryFile(spec, source, Buffer.from(text));

  it('shows its rows and those that are rejected, by their lines', async () => {
    expect(await read('nik;b\n1;"x\ny"\n\n2;z\n1,57E+15;z\n')).toEqual({
      rows: [
        { row: 2, cells: { nik: '1', b: 'x\ny' } },
        { row: 5, cells: { nik: '2', b: 'z' } },
      ],
      rejected: [{ row: 6, column: 'nik', reason: expect.stringContaining('notasi ilmiah') }],
    });
  });

  it.each([
    ['cut off', 'nik;b;c\n1;2;3\n4', 'it was cut off'],
    ['empty', '', 'it was cut off'],
    ['without a column that is asked by', 'nk;b\n1;2\n', 'no column "nik"'],
    ['too large', `nik;b\n${'1;2\n'.repeat(20)}`, 'larger than 50 bytes'],
  ])('is refused when it is %s', async (_name, text, message) => {
    const tried = read(text, { maxBytes: 50 });
    await expect(tried).rejects.toMatchObject({ kind: 'badAnswer', message: expect.stringContaining(message) });
  });

  it('must have a name that the operation takes', () => {
    expect(
      ['a-1.csv', 'A-2.CSV', 'b-1.csv', '.a-1.csv', 'a-1.csv.tmp'].filter((name) => takesFile(spec, name)),
    ).toEqual(['a-1.csv', 'A-2.CSV']);
  });
});
