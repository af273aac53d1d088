import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFolder, openFolder, type Spec } from '../testing/open-folder.ts';

let folder: OpenFolder;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.close());

const rows = [{ nik: '1571991007900001', nama: 'Siti', ket: null }];
const plain = 'nik;nama;ket\n1571991007900001;Siti;\n';

/** What a file looks like, its bytes, how it is read, and its rows. */
const READS: readonly (readonly [string, string | Buffer, Spec, readonly object[]])[] = [
  ['a semicolon', plain, {}, rows],
  ['a comma', plain.replaceAll(';', ','), {}, rows],
  ['a tab', plain.replaceAll(';', '\t'), {}, rows],
  ['a bar', plain.replaceAll(';', '|'), {}, rows],
  ['a delimiter that the connector file says', 'a,b;c\n1,2;3\n', { delimiter: ';' }, [{ 'a,b': '1,2', c: '3' }]],
  ['more commas within quotes than semicolons', '"a,b,c,d";e\n1;2\n', {}, [{ 'a,b,c,d': '1', e: '2' }]],
  ['a byte order mark', `\ufeff${plain}`, {}, rows],
  ['CRLF', plain.replaceAll('\n', '\r\n'), {}, rows],
  ['CR alone', plain.replaceAll('\n', '\r'), {}, rows],
  [
    'line ends of two kinds',
    'a;b\r\n1;2\n3;4\r\n',
    {},
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  ['no line end at the end', 'a;b\n1;2', {}, [{ a: '1', b: '2' }]],
  ['one column', 'nik\n1571991007900001\n', {}, [{ nik: '1571991007900001' }]],
  ['a line end within quotes', 'a;b\n"x\ny";2\n', {}, [{ a: 'x\ny', b: '2' }]],
  ['a quotation mark within quotes', 'a;b\n"x ""y""";2\n', {}, [{ a: 'x "y"', b: '2' }]],
  ['a delimiter at the end of each line', 'a;b;\n1;2;\n', {}, [{ a: '1', b: '2' }]],
  ['delimiters left out where nothing follows', 'a;b;c\n1\n', {}, [{ a: '1', b: null, c: null }]],
  ['blanks around headings and values', ' a ;b\n 1 ;\u00a02 \n', {}, [{ a: '1', b: '2' }]],
  [
    'empty lines',
    'a;b\n\n1;2\n;\n  \n3;4\n\n',
    {},
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  ['a column without a heading', 'a;;b\n1;x;2\n', {}, [{ a: '1', b: '2' }]],
  [
    'a heading that objects have',
    '__proto__;b\n1;2\n',
    {},
    [
      Object.fromEntries([
        ['__proto__', '1'],
        ['b', '2'],
      ]),
    ],
  ],
  ['headings in line 3', 'Data "SIKS-NG"\r\n\r\na;b\r\n1;2\r\n', { header: 3 }, [{ a: '1', b: '2' }]],
  ['windows-1252', Buffer.from([97, 10, 0x80, 0x92, 0xe9, 10]), { encoding: 'windows-1252' }, [{ a: '€’é' }]],
  ['latin1', Buffer.from([97, 10, 0xe9, 10]), { encoding: 'latin1' }, [{ a: 'é' }]],
  ['utf-16le', Buffer.from('\ufeffa;b\n1;é\n', 'utf16le'), { encoding: 'utf-16le' }, [{ a: '1', b: 'é' }]],
  ['no rows', 'a;b\n', {}, []],
  [
    'a line end and double blanks in headings',
    '"No.\r\nKK";"Nama  \u00a0x"\r\n1;2\r\n',
    {},
    [{ 'No. KK': '1', 'Nama x': '2' }],
  ],
  [
    'such headings in a condition and among texts',
    '"No.\r\nKK";b\r\n1;2\r\n',
    { where: { 'No.  KK': '1' }, textColumns: ['No.\nKK'] },
    [{ 'No. KK': '1', b: '2' }],
  ],
];

describe('CSV', () => {
  it.each(READS)('with %s is read', async (_name, content, spec, expected) => {
    folder.put('a.csv', content);
    expect(await folder.ask({ file: 'a.csv', ...spec })).toEqual({ rows: expected, rejected: [] });
  });

  it('of many pieces is read whole, with letters of several bytes on their seams', async () => {
    folder.put('a.csv', `a;b\n${Array.from({ length: 30_000 }, (_unused, at) => `${at};é€x\r\n`).join('')}`);
    const { rows } = (await folder.ask({ file: 'a.csv' })) as { rows: { a: string; b: string }[] };
    expect(rows).toHaveLength(30_000);
    expect(rows.every(({ a, b }, at) => a === String(at) && b === 'é€x')).toBe(true);
  });
});

// What stands above the headings would hide that the rest is not what the connector file says.
const WINDOWS = { encoding: 'windows-1252', header: 2 };
const UTF16 = Buffer.from('\ufeffx\na\n', 'utf16le');

const REFUSED: readonly (readonly [string, string | Buffer, Spec, 'badAnswer' | 'unavailable', string])[] = [
  ['bytes that are not UTF-8', Buffer.from([97, 10, 0xe9, 10]), {}, 'badAnswer', 'not text in utf-8'],
  ['UTF-16 taken for UTF-8', Buffer.from('\ufeffa;b\n', 'utf16le'), {}, 'badAnswer', 'not text in utf-8'],
  ['half a letter at the end', Buffer.from([97, 10, 98, 10, 0xc3]), {}, 'badAnswer', 'not text in utf-8'],
  [
    'a mark of UTF-8 taken for windows-1252',
    '\ufeffx\na\n',
    WINDOWS,
    'badAnswer',
    'begins as utf-8 does: it is not text in windows-1252',
  ],
  [
    'a mark of UTF-16 taken for latin1',
    UTF16,
    { ...WINDOWS, encoding: 'latin1' },
    'badAnswer',
    'begins as utf-16le does',
  ],
  ['a stray quotation mark', 'a;b\n1;2\n3;4"5\n', {}, 'badAnswer', 'quotation mark in line 3'],
  ['a quotation mark that never closes', 'a;b\n1;"2\n', {}, 'badAnswer', 'quotation mark in line 2'],
  ['headings that repeat', 'a;b;a\n1;2;3\n', {}, 'badAnswer', 'same heading in columns 1 and 3 of line 1'],
  ['no headings', ';;\n1;2;3\n', {}, 'badAnswer', 'no headings in line 1'],
  ['fewer lines than the headings', 'a;b\n1;2\n', { header: 9 }, 'badAnswer', 'no headings in line 9'],
  ['no column of a condition', plain, { where: { nk: 'x' } }, 'badAnswer', 'no column "nk" in line 1'],
  ['no column of a text', plain, { textColumns: ['kk'] }, 'badAnswer', 'no column "kk" in line 1'],
  ['nothing in it yet', '', {}, 'unavailable', 'still being written'],
  ['a last line cut off', 'a;b;c\n1;2;3\n4;5', {}, 'unavailable', 'still being written'],
  ['headings cut off within quotes', 'a;b;"c', {}, 'unavailable', 'still being written'],
  ['a value cut off within quotes', 'a;b\n1;"2', {}, 'unavailable', 'still being written'],
];

describe('CSV is refused, with nothing of it in the error,', () => {
  it.each(REFUSED)('that has %s', async (_name, content, spec, kind, message) => {
    folder.put('a.csv', content);
    const asked = folder.ask({ file: 'a.csv', ...spec });
    await expect(asked).rejects.toMatchObject({ kind, message: expect.stringContaining(message) });
  });

  it.each([
    ['among the rows', `a;b\n1;${'2'.repeat(1_000_001)}\n`],
    ['for headings', ';'.repeat(1_000_001)],
    ['above the headings', `${'x'.repeat(1_000_001)}\na\n`],
  ])('that has a line without an end %s', async (_name, content) => {
    folder.put('a.csv', content);
    const header = content.startsWith('x') ? 2 : 1;
    const message = 'its file has a line of more than 1000000 letters';
    await expect(folder.ask({ file: 'a.csv', header })).rejects.toMatchObject({ kind: 'badAnswer', message });
  });

  it('that has too many rows', async () => {
    await folder.close();
    folder = openFolder({ limits: { maxRows: 2 } });
    folder.put('a.csv', 'a\n1\n2\n');
    expect(await folder.ask({ file: 'a.csv' })).toMatchObject({ rows: [{ a: '1' }, { a: '2' }] });
    folder.put('b.csv', 'a\n1\n2\n3\n');
    await expect(folder.ask({ file: 'b.csv' })).rejects.toMatchObject({ kind: 'badAnswer' });
  });
});
