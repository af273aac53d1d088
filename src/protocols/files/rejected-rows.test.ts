import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFolder, openFolder } from './testing/open-folder.ts';
import { writeXlsx } from './testing/write-xlsx.ts';

const SITI = '1571991007900001';
const BUDI = '1571991107900002';
const spec = { file: 'a.*', textColumns: ['nik'], where: { nik: ':nik' } };
const unreadable = { kind: 'badAnswer', message: expect.stringContaining('(row 3, column "nik")') };

let folder: OpenFolder;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.close());

describe('a row that cannot be read', () => {
  const putNumber = () =>
    folder.put(
      'a.xlsx',
      writeXlsx({
        sheets: {
          Data: [
            ['nik', 'nama'],
            [SITI, 'Siti'],
            [1571991107900000, 'Budi'],
          ],
        },
      }),
    );

  it('is rejected by its number when a NIK is a number in XLSX', async () => {
    putNumber();
    expect(await folder.ask({ file: 'a.xlsx', textColumns: ['nik'] })).toEqual({
      rows: [{ nik: SITI, nama: 'Siti' }],
      rejected: [{ row: 3, column: 'nik', reason: 'angka, bukan teks: Excel hanya menyimpan 15 angka' }],
    });
  });

  it('lets a question that others answer be answered, and says that it is there', async () => {
    putNumber();
    expect(await folder.ask(spec, { nik: SITI })).toMatchObject({ rows: [{ nama: 'Siti' }], rejected: [{ row: 3 }] });
  });

  it('makes a question fail that nothing else answers, instead of telling that there is nothing', async () => {
    putNumber();
    await expect(folder.ask(spec, { nik: BUDI })).rejects.toMatchObject(unreadable);
    await expect(folder.ask(spec, { nik: '1571991107900000' })).rejects.toMatchObject(unreadable);
  });

  it('does so for a long number even where no text was asked for', async () => {
    putNumber();
    await expect(folder.ask({ ...spec, textColumns: [] }, { nik: BUDI })).rejects.toMatchObject(unreadable);
  });

  it('does so for scientific notation in CSV', async () => {
    folder.put('a.csv', `nik;nama\n${SITI};Siti\n1,57101E+15;Budi\n`);
    await expect(folder.ask(spec, { nik: BUDI })).rejects.toMatchObject(unreadable);
    expect(await folder.ask(spec, { nik: SITI })).toMatchObject({ rows: [{ nama: 'Siti' }] });
  });

  it('makes a question fail that it surely belongs to, though others answer it too', async () => {
    folder.put('a.csv', `nik;kk\n${SITI};1\n${SITI};1,57101E+15\n`);
    await expect(folder.ask(spec, { nik: SITI })).rejects.toMatchObject({ message: expect.stringContaining('"kk"') });
  });

  it('is no matter for a question that it surely does not belong to', async () => {
    folder.put('a.csv', `nik;kk\n${SITI};1\n${BUDI};1,57101E+15\n`);
    expect(await folder.ask(spec, { nik: SITI })).toEqual({ rows: [{ nik: SITI, kk: '1' }], rejected: [] });
  });

  it('is one with more cells than headings, counted in the lines of the file', async () => {
    folder.put('a.csv', `nik;nama\r\n${SITI};"Siti\r\nA"\r\n\r\n${BUDI};Jl. A; 5\r\n`);
    expect(await folder.ask({ file: 'a.csv' })).toMatchObject({ rows: [{}], rejected: [{ row: 5, column: null }] });
    await expect(folder.ask(spec, { nik: BUDI })).rejects.toMatchObject({ kind: 'badAnswer' });
  });
});

describe('a question', () => {
  it('finds rows by every column, as text without blanks around it', async () => {
    folder.put('a.csv', 'nik;tahun;ok\n1;2025;a\n1;2026;b\n2;2026;c\n');
    const where = { nik: ':nik', tahun: ':year' };
    expect(await folder.ask({ file: 'a.csv', where }, { nik: ' 1 ', year: 2026 })).toMatchObject({
      rows: [{ ok: 'b' }],
    });
    expect(await folder.ask({ file: 'a.csv', where: { tahun: '2025' } })).toMatchObject({ rows: [{ ok: 'a' }] });
    expect(await folder.ask({ file: 'a.csv', where }, { nik: '3', year: 2026 })).toEqual({ rows: [], rejected: [] });
  });

  it('finds identity numbers however they are typed, and gives them as they stand', async () => {
    folder.put('a.csv', "nip;bulan\n19860412 201003 2 001;1\n'198604122010032001;2\n198604122010032001;3\n");
    const where = { nip: ':nip' };
    const bySame = { file: 'a.csv', where, textColumns: ['nip'] };
    const rows = [{ nip: '19860412 201003 2 001' }, { nip: "'198604122010032001" }, { nip: '198604122010032001' }];
    expect(await folder.ask(bySame, { nip: '198604122010032001' })).toMatchObject({ rows });
    expect(await folder.ask(bySame, { nip: '19860412 2010032 001' })).toMatchObject({ rows });
    expect(await folder.ask({ file: 'a.csv', where }, { nip: '198604122010032001' })).toMatchObject({
      rows: [rows[2]],
    });
  });

  it.each([[null], [''], ['  ']])('with the value %j is refused: it is nobody’s', async (nik) => {
    folder.put('a.csv', 'nik;nama\n;x\n');
    await expect(folder.ask(spec, { nik })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
