import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFolder, openFolder, type Spec } from '../testing/open-folder.ts';
import { formula, inline, styled, typed, writeXlsx, writeZip, type XlsxCell } from '../testing/write-xlsx.ts';
import { formatExcelDay } from './excel-day.ts';
import { isDayFormat } from './read-styles.ts';

let folder: OpenFolder;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.close());

const ask = (content: Buffer, spec: Spec = {}) => {
  folder.put('a.xlsx', content);
  return folder.ask({ file: 'a.xlsx', ...spec });
};
const oneCell = (cell: XlsxCell, date1904?: string) =>
  writeXlsx({
    sheets: {
      Data: [
        ['a', 'b'],
        [cell, 'x'],
      ],
    },
    ...(date1904 !== undefined && { date1904 }),
  });

/** A cell, and what the answer gives of it. */
const CELLS: readonly (readonly [string, XlsxCell, unknown])[] = [
  ['shared text', 'Siti Aminah & <b>', 'Siti Aminah & <b>'],
  ['text with blanks around it', ' Siti ', 'Siti'],
  ['text that is escaped', 'a_x000D_b', 'a\rb'],
  ['digits as text', '0015710000000001', '0015710000000001'],
  ['inline text', inline('Budi'), 'Budi'],
  ['a number', 1250000.5, 1250000.5],
  ['true', true, true],
  ['false', false, false],
  ['nothing', null, null],
  ['blanks', '  ', null],
  ['a day', styled(46350, 1), '2026-11-24'],
  ['a day in a format of its own', styled(46350, 2), '2026-11-24'],
  ['a day and a time', styled(46350.5, 1), '2026-11-24 12:00:00'],
  ['an amount with a d in quotes', styled(46350, 3), 46350],
  ['a day in ISO', typed('d', '2026-11-24T00:00:00'), '2026-11-24'],
  ['the text that a formula gave', formula('str', 'ab'), 'ab'],
  ['the empty text that a formula gave', formula('str', ''), null],
  ['the number that a formula gave', formula('n', '7'), 7],
  ['the fault that a formula gave', formula('e', '#N/A'), '#N/A'],
];

describe('XLSX', () => {
  it.each(CELLS)('gives %s', async (_name, cell, expected) => {
    expect(await ask(oneCell(cell))).toEqual({ rows: [{ a: expected, b: 'x' }], rejected: [] });
  });

  it.each([['1'], ['true']])('counts days from 1904 where date1904 is %s', async (date1904) => {
    expect(await ask(oneCell(styled(44888, 1), date1904))).toMatchObject({ rows: [{ a: '2026-11-24' }] });
  });

  it.each([
    ['a formula that was never calculated', formula('str')],
    ['a text that is not there', typed('s', '99')],
    ['a number that is none', typed('n', 'x')],
    ['a number beyond 15 digits', 1571991007900001],
  ])('rejects a row with %s', async (_name, cell) => {
    const book = writeXlsx({ sheets: { Data: [['a'], ['x'], [cell]] } });
    expect(await ask(book)).toMatchObject({ rows: [{ a: 'x' }], rejected: [{ row: 3, column: 'a' }] });
  });

  it('reads the sheet of a name, below a title over merged cells, with the numbers that Excel shows', async () => {
    const rows = [['Laporan'], [], ['nik', 'nama'], [], ['1', 'Siti'], [7, 'Budi']];
    const book = writeXlsx({ sheets: { Sampul: [['x'], ['y']], 'Data & Isi': rows }, merged: ['A1:B1'] });
    expect(await ask(book, { sheet: 'Data & Isi', header: 3, textColumns: ['nik'] })).toMatchObject({
      rows: [{ nik: '1', nama: 'Siti' }],
      rejected: [{ row: 6, column: 'nik' }],
    });
    expect(await ask(book)).toEqual({ rows: [{ x: 'y' }], rejected: [] });
  });

  it('reads the first sheet that can be seen', async () => {
    const book = writeXlsx({
      sheets: { Bantu: [['x']], Lama: [['y']], Data: [['a'], ['1']] },
      hidden: { Bantu: 'hidden', Lama: 'veryHidden' },
    });
    expect(await ask(book)).toMatchObject({ rows: [{ a: '1' }] });
    expect(await ask(book, { sheet: 'Lama' })).toEqual({ rows: [], rejected: [] });
  });

  it('gives every row what stands in a cell that is merged over it', async () => {
    const rows = [
      ['KK', 'Anggota', null],
      [null, 'NIK', 'Nama'],
      ['7', '1', 'Siti'],
      [null, '2', 'Budi'],
      [null, '3', 'Ani'],
    ];
    const merged = ['A1:A2', 'B1:C1', 'A3:A4', 'B5:C5'];
    const book = writeXlsx({ sheets: { Data: rows }, merged });
    const spec = { header: 2, textColumns: ['KK'] };
    expect(await ask(book, spec)).toEqual({
      rows: [
        { KK: '7', NIK: '1', Nama: 'Siti' },
        { KK: '7', NIK: '2', Nama: 'Budi' },
        { KK: null, NIK: '3', Nama: 'Ani' },
      ],
      rejected: [],
    });
    expect(await ask(book, { ...spec, where: { KK: '7' } })).toMatchObject({ rows: [{ NIK: '1' }, { NIK: '2' }] });
  });

  it('takes no heading for data where it is merged over the line below', async () => {
    const book = writeXlsx({
      sheets: {
        Data: [
          ['KK', 'Anggota'],
          [null, 'NIK'],
          ['7', '1'],
        ],
      },
      merged: ['A1:A2'],
    });
    expect(await ask(book)).toMatchObject({
      rows: [
        { KK: null, Anggota: 'NIK' },
        { KK: '7', Anggota: '1' },
      ],
    });
  });

  it('is read when a program wrote its sizes as those of large archives, and blanks behind it', async () => {
    const book = writeXlsx({ sheets: { Data: [['a'], ['1']] }, isZip64: true });
    expect(await ask(Buffer.concat([book, Buffer.from('\r\n')]))).toMatchObject({ rows: [{ a: '1' }] });
  });

  it('rejects a day and a failed formula in a column of texts', async () => {
    const book = writeXlsx({
      sheets: {
        Data: [
          ['nik', 'b'],
          ['1', 'x'],
          [styled(46350, 1), 'x'],
          [formula('e', '#REF!'), 'x'],
        ],
      },
    });
    expect(await ask(book, { textColumns: ['nik'] })).toMatchObject({ rejected: [{ row: 3 }, { row: 4 }] });
  });
});

describe('XLSX is refused', () => {
  const book = oneCell('x');
  const cases: readonly (readonly [string, Buffer, Spec, string, string])[] = [
    ['without a sheet of that name', book, { sheet: 'Dta' }, 'badAnswer', 'no sheet "Dta"'],
    [
      'without headings in that line',
      writeXlsx({ sheets: { D: [[], ['a']] } }),
      {},
      'badAnswer',
      'no headings in line 1',
    ],
    [
      'with headings that repeat',
      writeXlsx({ sheets: { D: [['a', 'a']] } }),
      {},
      'badAnswer',
      'columns 1 and 2 of line 1',
    ],
    ['without its end', book.subarray(0, -30), {}, 'unavailable', 'still being written'],
    ['cut in half', book.subarray(0, 900), {}, 'unavailable', 'still being written'],
    ['when it is an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, 'badAnswer', 'old or protected'],
    ['when it is another archive', writeZip({ 'a.txt': 'x' }), {}, 'badAnswer', 'lacks a part'],
    ['when a byte of it has changed', damage(book), {}, 'badAnswer', 'damaged'],
  ];
  it.each(cases)('%s', async (_name, content, spec, kind, message) => {
    await expect(ask(content, spec)).rejects.toMatchObject({ kind, message: expect.stringContaining(message) });
  });

  it.each([
    ['as it says itself', (bytes: number) => bytes],
    ['though it says otherwise', () => 10],
  ])('when it unpacks to too much, %s', async (_name, declare) => {
    await folder.close();
    folder = openFolder({ limits: { maxUnpackedBytes: 1_000_000 } });
    const bomb = writeZip({ '_rels/.rels': `<a>${'<b/>'.repeat(500_000)}</a>` }, { declare });
    expect(bomb.length).toBeLessThan(10_000);
    await expect(ask(bomb)).rejects.toMatchObject({ message: expect.stringContaining('unpacks to more') });
  });
});

describe('XLSX that is made to wear the hub out is refused:', () => {
  const stuffed = (part: string, content: string) =>
    writeXlsx({ sheets: { D: [['a'], ['x']] }, parts: { [part]: content } });
  const longer = 'a tag or a text that is longer than any';
  it.each([
    ['a tag without an end', 'xl/worksheets/sheet1.xml', `<worksheet a="${'x'.repeat(2_000_000)}"/>`, longer],
    ['a text without an end', 'xl/sharedStrings.xml', `<sst><si><t>${'x'.repeat(2_000_000)}</t></si></sst>`, longer],
    ['a comment without an end', 'xl/styles.xml', `<a><!--${'>'.repeat(2_000_000)}--></a>`, longer],
    ['more texts than cells', 'xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(1001)}</sst>`, 'more texts'],
    [
      'merged cells without end',
      'xl/worksheets/sheet1.xml',
      `<a>${'<mergeCell ref="A1:A9"/>'.repeat(100_001)}</a>`,
      'more merged',
    ],
    ['styles by the million', 'xl/styles.xml', `<a>${'<xf/>'.repeat(21_000)}</a>`, 'unpacks to more'],
  ])('%s', async (_name, part, content, message) => {
    const limits = message === longer ? { maxCells: 1000 } : { maxCells: 1000, maxPartBytes: 100_000 };
    await folder.close();
    folder = openFolder({ limits });
    const asked = ask(stuffed(part, content));
    await expect(asked).rejects.toMatchObject({ kind: 'badAnswer', message: expect.stringContaining(message) });
  });
});

describe('a day of Excel', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [0, true, '1904-01-01'],
    [0, false, '0000-00-00'],
    [36584.999999999, false, '2000-02-29'],
    [-1, false, undefined],
    [2958466, false, undefined],
  ])('%d (1904: %s) is %s', (serial, is1904, day) => expect(formatExcelDay(serial, is1904)).toBe(day));

  it.each([
    ['dd/mm/yyyy', true],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', true],
    ['mmm-yy', true],
    ['h:mm', false],
    ['General', false],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', false],
    ['0 "hari"', false],
  ])('is shown by %s: %s', (format, isDay) => expect(isDayFormat(format)).toBe(isDay));
});

/** Changes the checksum that the directory holds of the first part, the sheet. */
function damage(book: Buffer): Buffer {
  const copy = Buffer.from(book);
  const entry = copy.indexOf(Buffer.from('504b0102', 'hex'));
  copy.writeUInt8(copy.readUInt8(entry + 16) ^ 1, entry + 16);
  return copy;
}
