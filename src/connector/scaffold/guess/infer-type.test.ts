import { expect, it } from 'vitest';
import { inferType } from './infer-type.ts';

it.each([
  ['tgl_masuk', ['05/11/2025', '', '-'], 'Date', 'date dd/mm/yyyy'],
  ['tgl_masuk', ['05-11-2025', '00-00-0000'], 'Date', 'date dd-mm-yyyy'],
  ['tanggal', ['16 Oktober 2025'], 'Date', 'date dd mmmm yyyy'],
  ['tgl', ['12/31/2025', '05/06/2025'], 'Date', 'date mm/dd/yyyy'],
  ['diubah', ['2025-10-16 08:15:00'], 'DateTime', 'datetime yyyy-mm-dd hh:mi:ss'],
  ['waktu', ['2025-10-16T08:15:00+07:00'], 'DateTime', 'datetime iso'],
  ['blth', ['202510'], 'Month', 'month yyyymm'],
  ['biaya', ['250000', 'Rp 1.250.000', '1.250.000,00'], 'Rupiah', 'rupiah'],
  ['uang', ['Rp 5.000'], 'Rupiah', 'rupiah'],
  ['pakai', [17, 4], 'Int', undefined],
  ['jumlah_anak', ['2', '0'], 'Int', undefined],
  ['jbb', ['8.250'], 'Int', 'int dots'],
  ['capaian', ['80,5'], 'Float', 'decimal'],
  ['hadir', [true, false], 'Boolean', undefined],
  ['uraian', ['<b>Jalan</b> rusak'], 'String', 'plain'],
])('of %s with %j is %s', (column, values, type, pipe) => {
  expect(inferType(column, values, undefined)).toEqual({ type, pipe });
});

it.each([
  ['a code', 'status', ['0', '1', '3']],
  ['a code that is written as a number', 'kode_layanan', [1, 2]],
  ['a number with a leading zero', 'langganan', ['00812345']],
  ['a number longer than Int', 'estimasi', [1761015600000]],
  ['a date of which one is none', 'tgl', ['05/11/2025', 'besok']],
  ['six digits that nothing calls a month', 'rekap', ['ab', '202510']],
  ['nothing at all', 'kosong', [null, '', '-']],
])('leaves %s as text', (_name, column, values) => {
  expect(inferType(column, values, undefined)).toEqual({ type: 'String', pipe: undefined });
});

it('takes what is declared where no value says more', () => {
  expect(inferType('tgl', [null], 'date')).toEqual({ type: 'Date', pipe: 'date yyyy-mm-dd' });
  expect(inferType('aktif', ['1', '0'], 'boolean')).toEqual({ type: 'Boolean', pipe: 'bool' });
});
