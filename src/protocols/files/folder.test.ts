import { appendFileSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFolder, openFolder } from './testing/open-folder.ts';

let folder: OpenFolder;
let sleeps: number;
let during: () => void;
beforeEach(() => {
  sleeps = 0;
  during = () => {};
  folder = openFolder({
    source: { settleMs: 500 },
    sleep: async (milliseconds) => {
      sleeps += milliseconds;
      during();
    },
  });
});
afterEach(() => folder.close());

const spec = { file: 'a-*.csv' };
const answerOf = (value: string) => ({ rows: [{ a: value }], rejected: [] });
const writing = { kind: 'unavailable', message: 'a file is still being written' };

describe('of the files in a folder', () => {
  it('the newest that fits is read, whatever its name', async () => {
    folder.put('a-1.csv', 'a\n1\n', 10);
    folder.put('A-2.CSV', 'a\n2\n', 20);
    folder.put('b-3.csv', 'a\n3\n', 1);
    folder.put('~$a-4.csv', 'a\n4\n', 1);
    folder.put('.a-5.csv', 'a\n5\n', 1);
    mkdirSync(join(folder.path, 'a-6.csv'));
    expect(await folder.ask(spec)).toEqual(answerOf('1'));
    expect(await folder.ask({ file: 'a-?.csv' })).toEqual(answerOf('1'));
    expect(await folder.ask({ file: 'a-2.csv' })).toEqual(answerOf('2'));
  });

  it('a link that leads out of it is not followed, one within is', async () => {
    const outside = openFolder();
    outside.put('a-1.csv', 'a\n1\n');
    symlinkSync(join(outside.path, 'a-1.csv'), join(folder.path, 'a-1.csv'));
    symlinkSync('a-3.csv', join(folder.path, 'a-3.csv'));
    await expect(folder.ask(spec)).rejects.toMatchObject({ kind: 'unavailable' });
    folder.put('b.csv', 'a\n2\n');
    symlinkSync('b.csv', join(folder.path, 'a-2.csv'));
    expect(await folder.ask(spec)).toEqual(answerOf('2'));
    await outside.close();
  });

  it.each(['a.csv.filepart', 'a.csv.part', 'a.csv.partial', 'a.csv.tmp', 'a.csv.crdownload', 'a.csv~'])(
    'none is named %s, as programs name what they have not finished',
    async (name) => {
      folder.put('a.csv', 'a\n1\n', 90);
      folder.put(name, 'a\n2\n', 1);
      expect(await folder.ask({ file: 'a.csv*' })).toEqual(answerOf('1'));
      expect(await folder.ask({ file: name })).toEqual(answerOf('2'));
    },
  );

  it.each(['../a-1.csv', '/etc/passwd', 'sub/a.csv', 'sub\\a.csv', '..'])('none is named %s', async (file) => {
    await expect(folder.ask({ file })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('none is there when the folder is missing, which is not told', async () => {
    rmSync(folder.path, { recursive: true });
    const message = 'its folder or a file in it cannot be read (ENOENT)';
    await expect(folder.ask(spec)).rejects.toMatchObject({ kind: 'unavailable', message });
  });
});

describe('a file', () => {
  it('is looked at twice before it is read, and not again until it changes', async () => {
    folder.put('a-1.csv', 'a\n1\n');
    expect(await Promise.all([folder.ask(spec), folder.ask(spec)])).toEqual([answerOf('1'), answerOf('1')]);
    expect(sleeps).toBe(500);
    await folder.ask(spec);
    expect(sleeps).toBe(500);
    folder.put('a-1.csv', 'a\n2\n', 30);
    expect(await folder.ask(spec)).toEqual(answerOf('2'));
    expect(sleeps).toBe(1000);
  });

  it('that grows between two looks is not read', async () => {
    folder.put('a-1.csv', 'a\n1\n');
    during = () => appendFileSync(join(folder.path, 'a-1.csv'), '2\n');
    await expect(folder.ask(spec)).rejects.toMatchObject(writing);
    during = () => {};
    expect(await folder.ask(spec)).toMatchObject({ rows: [{ a: '1' }, { a: '2' }] });
  });

  it('that is being written leaves its last whole state, or else the next older file', async () => {
    folder.put('a-1.csv', 'a;b\n1;x\n', 90);
    folder.put('a-2.csv', 'a;b\n2', 10);
    expect(await folder.ask(spec)).toMatchObject({ rows: [{ a: '1' }] });
    folder.put('a-2.csv', 'a;b\n2;x\n', 9);
    expect(await folder.ask(spec)).toMatchObject({ rows: [{ a: '2' }] });
    folder.put('a-2.csv', 'a;b\n3', 8);
    expect(await folder.ask(spec)).toMatchObject({ rows: [{ a: '2' }] });
  });

  it('that cannot be read hides no older one: the OPD must hear of it', async () => {
    folder.put('a-1.csv', 'a\n1\n', 90);
    folder.put('a-2.csv', ';\n', 10);
    await expect(folder.ask(spec)).rejects.toMatchObject({ kind: 'badAnswer' });
  });

  it('is parsed once for the questions of an operation', async () => {
    folder.put('a-1.csv', 'a\n1\n');
    await folder.ask(spec);
    // The same length and time: only the memory can answer what was there before.
    const at = new Date(1_700_000_000_000);
    const path = join(folder.path, 'a-1.csv');
    utimesSync(path, at, at);
    await folder.ask(spec);
    writeFileSync(path, 'a\n2\n');
    utimesSync(path, at, at);
    expect(await folder.ask(spec)).toEqual(answerOf('1'));
  });

  it('is forgotten when four others have been read since', async () => {
    const at = new Date(1_700_000_000_000);
    const put = (name: string, value: string) => {
      writeFileSync(join(folder.path, name), `a\n${value}\n`);
      utimesSync(join(folder.path, name), at, at);
    };
    for (const number of [1, 2, 3, 4, 5]) {
      put(`${number}.csv`, '1');
      await folder.ask({ file: `${number}.csv` });
    }
    put('1.csv', '2');
    put('2.csv', '2');
    expect(await folder.ask({ file: '2.csv' })).toEqual(answerOf('1'));
    expect(await folder.ask({ file: '1.csv' })).toEqual(answerOf('2'));
  });
});
