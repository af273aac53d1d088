import { expect, it } from 'vitest';
import { nameField, nameList, nameType } from './name-field.ts';

it.each([
  ['nik', 'nik'],
  ['NAMA_LGKP', 'name'],
  ['tgl_lahir', 'birthDate'],
  ['no_hp', 'phone'],
  ['masa_berlaku', 'validUntil'],
  ['pendidikan_terakhir', 'pendidikanTerakhir'],
  ['noRangka', 'noRangka'],
  ['Tarif per Bulan', 'tarifPerBulan'],
  ['2_tahun', 'kolom2Tahun'],
  ['__', 'kolom'],
])('of the column %s is %s', (column, name) => {
  expect(nameField(column)).toBe(name);
});

it.each([
  ['v_surat', 'Letter'],
  ['/izin/cari', 'Permit'],
  ['/api/v1/pencaker/{nik}', 'Pencaker'],
  ['BookingResponse', 'Booking'],
  ['tb_uji_kendaraan', 'Vehicle'],
  ['list', 'Data'],
])('of what %s gives is %s', (subject, type) => {
  expect(nameType(subject)).toBe(type);
});

it('gives a plural to English alone', () => {
  expect([nameList('Permit'), nameList('Pencaker')]).toEqual(['permits', 'pencaker']);
});
