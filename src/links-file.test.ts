import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLinksFile } from './links-file.ts';

const NIK = '1571991007900001';
const NOP = '157101000100501230';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'links-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = join(folder, 'links.csv');
  writeFileSync(file, text);
  return readLinksFile(file);
}

describe('a file of links', () => {
  it('is read, blank lines and Windows line ends or not', () => {
    const links = [{ nik: NIK, kind: 'nop', value: NOP }];
    expect(read(`nik,kind,value\n${NIK},nop,${NOP}\n`)).toEqual(links);
    expect(read(`nik,kind,value\r\n\r\n${NIK}, nop ,${NOP}\r\n`)).toEqual(links);
  });

  it.each([
    ['no header', `${NIK},nop,${NOP}`, ':1: the first line'],
    ['a NIK of 15 digits', `nik,kind,value\n${NIK},nop,${NOP}\n157199100790000,nop,${NOP}`, ':3: the NIK'],
    ['a NIK as Excel writes it', `nik,kind,value\n1.57199E+15,nop,${NOP}`, ':2: the NIK'],
    ['no value', `nik,kind,value\n${NIK},nop,`, ':2: kind or value'],
    ['a fourth column', `nik,kind,value\n${NIK},nop,${NOP},x`, ':2: kind or value'],
    ['a kind with blanks', `nik,kind,value\n${NIK},tax no,${NOP}`, ':2: kind or value'],
  ])('with %s is refused with its line, and nothing that stands in it', (_name, text, message) => {
    const attempt = () => read(text);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/\d{15}|1\.57199E/);
  });

  it('that is not there is refused with the reason', () => {
    expect(() => readLinksFile(join(folder, 'none.csv'))).toThrow('HUB_LINKS_FILE cannot be read (ENOENT)');
  });
});
