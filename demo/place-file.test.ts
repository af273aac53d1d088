import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeFile } from './place-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'place-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a file takes the place of what was there, with its hour, for its owner alone', () => {
  const path = join(folder, 'bayar.csv');
  writeFileSync(path, 'lama');
  const writtenAt = new Date('2026-10-05T16:00:00+07:00');
  placeFile(path, 'baru', writtenAt);
  expect(readFileSync(path, 'utf8')).toBe('baru');
  expect(statSync(path).mtime).toEqual(writtenAt);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what another process is about to place is neither used nor taken away', () => {
  const path = join(folder, 'kunci.json');
  const ofAnother = [`${path}.tmp`, `${path}.partial`, `${path}.${process.pid + 1}.tmp`];
  for (const file of ofAnother) writeFileSync(file, 'milik proses lain');
  placeFile(path, 'kunci');
  expect(ofAnother.map((file) => readFileSync(file, 'utf8'))).toEqual(ofAnother.map(() => 'milik proses lain'));
});

test('a failed write leaves nothing behind', () => {
  const before = readdirSync(folder);
  expect(() => placeFile(folder, 'sebuah folder ada di sini')).toThrow();
  expect(readdirSync(folder)).toEqual(before);
});
