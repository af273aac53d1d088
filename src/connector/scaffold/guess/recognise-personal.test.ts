import { expect, it } from 'vitest';
import { isDoubtful, isOwnNik, recognisePersonal } from './recognise-personal.ts';

it.each([
  ['NIK', 'nik'],
  ['nomor_induk_kependudukan', 'nik'],
  ['NO_KK', 'familyCard'],
  ['NAMA_LGKP', 'name'],
  ['n_pemohon', 'name'],
  ['namadokter', 'name'],
  ['nm_pemilik', 'name'],
  ['alamat_perseroan', 'address'],
  ['NO_RT', 'address'],
  ['tgl_lahir', 'birth'],
  ['tglLahir', 'birth'],
  ['TMPT_LHR', 'birth'],
  ['no_hp', 'phone'],
  ['Nomor Telepon', 'phone'],
  ['email', 'email'],
  ['nip', 'identityNumber'],
  ['npwp_perseroan', 'identityNumber'],
  ['no_rekening', 'identityNumber'],
  ['no_pelanggan', 'identityNumber'],
  ['agama', 'other'],
  ['kode_diagnosa', 'other'],
  ['foto_ktp', 'nik'],
  ['penghasilan', 'other'],
])('knows %s by its name', (column, kind) => {
  expect(recognisePersonal(column, [])).toBe(kind);
});

it.each([
  ['1571990101900001', 'nik'],
  [1571990101900001, 'nik'],
  ['0812-0000-0001', 'phone'],
  ['warga@contoh.test', 'email'],
  ['199001012015011001', 'identityNumber'],
  ['157199000100100010', 'identityNumber'],
])('knows %s by what it is, whatever its column is called', (value, kind) => {
  expect(recognisePersonal('kolom_x', ['-', null, value])).toBe(kind);
});

it.each(['opd_nama', 'nama_layanan', 'namapoli', 'kategori', 'tanggal_publish', 'total', 'kelurahan'])(
  'takes %s for nobody’s',
  (column) => {
    expect(recognisePersonal(column, ['Umum'])).toBeUndefined();
  },
);

it('doubts text of which nothing says what it is about', () => {
  expect(['keterangan', 'catatan', 'isi', 'x1'].filter((column) => !isDoubtful(column))).toEqual([]);
  expect(['kategori', 'jenis_dokumen', 'nama_layanan', 'file'].filter(isDoubtful)).toEqual([]);
});

it('does not take a relative’s NIK for the owner’s', () => {
  expect(['NIK', 'no_ktp', 'nik_pemohon', 'nik_ibu', 'NIK_AYAH'].filter(isOwnNik)).toEqual([
    'NIK',
    'no_ktp',
    'nik_pemohon',
  ]);
});
