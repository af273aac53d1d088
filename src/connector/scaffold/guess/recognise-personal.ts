import { snakeCase, splitWords } from './split-words.ts';

/** What of a person a column holds. */
export type PersonalKind =
  | 'nik'
  | 'familyCard'
  | 'name'
  | 'address'
  | 'phone'
  | 'email'
  | 'birth'
  | 'identityNumber'
  | 'other';

/** By a word of the name; the first that fits decides. */
const BY_WORD: readonly (readonly [PersonalKind, ReadonlySet<string>])[] = [
  ['nik', new Set(['nik', 'noktp', 'ktp', 'kependudukan'])],
  ['familyCard', new Set(['kk', 'nokk', 'keluarga'])],
  ['birth', new Set(['lahir', 'lhr', 'birth', 'birthdate', 'dob', 'umur', 'usia'])],
  ['phone', new Set(['hp', 'nohp', 'telp', 'telpon', 'telepon', 'phone', 'wa', 'whatsapp', 'handphone', 'kontak'])],
  ['email', new Set(['email', 'mail', 'surel'])],
  [
    'address',
    new Set(['alamat', 'jalan', 'jl', 'rt', 'rw', 'dusun', 'domisili', 'address', 'lat', 'lng', 'koordinat']),
  ],
  [
    'identityNumber',
    new Set(
      'nip nrp nuptk npwp nop nisn nis rekening norek rek bpjs jkn rm nopol polisi rangka mesin langganan rfid passport paspor sim kartu'.split(
        ' ',
      ),
    ),
  ],
  [
    'other',
    new Set(
      `foto photo ttd sidik agama penyakit diagnosa diagnosis keluhan icd disabilitas difabel darah kelamin klmin jk pddk gender sex
      kawin pekerjaan jkrj pkrjn pendidikan penghasilan gaji desil miskin kandung sandi password token pin hukuman
      hiv hamil kehamilan nikah pernikahan perkawinan cerai napza odgj gizi stunting imunisasi vaksin alergi resep tindakan
      jabatan hubungan shdk warganegara kewarganegaraan suku`.split(/\s+/),
    ),
  ],
];

// A word that names a person by what he does; before or behind "nama", or alone.
const PEOPLE = new Set(
  `pemohon pemilik pasien penduduk ayah ibu wali anak suami istri nasabah pelapor pelanggan pegawai pejabat penilai dokter
  direktur pimpinan petugas pencaker penerima siswa guru warga kepala penanggung pengurus wp`.split(/\s+/),
);
const NUMBER = /^(?:no|nomor|id|kode|kd)$/;
const NAME = /^(?:nama|nm|name|fullname)/;
// Things that have a name and are nobody.
const THINGS =
  /(?:opd|skpd|dinas|instansi|badan|unit|satker|layanan|izin|perizinan|program|kegiatan|jenis|kelurahan|kecamatan|kota|kab|prop|provinsi|poli|poliklinik|barang|file|dokumen|berkas|prodi|jurusan|bank|produk|obat|sekolah|wilayah|status|kategori|satuan)$/;

const BY_VALUE: readonly (readonly [PersonalKind, RegExp])[] = [
  ['nik', /^\s*\d{16}\s*$/],
  ['email', /[^\s@]+@[^\s@]+\.[a-z]{2,}/i],
  ['phone', /^(?:\+?62|0)[\s-]?8\d{1,3}[\s-]?\d{3,4}[\s-]?\d{2,5}$/],
  ['identityNumber', /^(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}$/],
  ['identityNumber', /^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/],
  ['identityNumber', /^\d{18}$/],
];

/** What of a person a column holds by its name or by any of its values; undefined when nothing says that it does. */
export function recognisePersonal(column: string, values: readonly unknown[]): PersonalKind | undefined {
  return byName(column) ?? byValues(values);
}

function byName(column: string): PersonalKind | undefined {
  const words = splitWords(column);
  if (words.includes('nama') || words.some((word) => NAME.test(word))) {
    if (words.some((word) => THINGS.test(word))) return undefined;
    return 'name';
  }
  // `n_pemohon` is how old permit applications write it.
  for (const [kind, known] of BY_WORD) if (words.some((word) => known.has(word))) return kind;
  // The number of a customer is his, and not his name.
  if (words.some((word) => PEOPLE.has(word))) return NUMBER.test(words[0] ?? '') ? 'identityNumber' : 'name';
  // Names that were written in one: alamatrumah, tgllahir, nohp.
  const joined = words.join('');
  if (/alamat/.test(joined)) return 'address';
  if (/lahir/.test(joined)) return 'birth';
  if (/telepon|telp|nohp/.test(joined)) return 'phone';
  if (/email/.test(joined)) return 'email';
  return undefined;
}

/** One value that looks personal makes the column so. */
function byValues(values: readonly unknown[]): PersonalKind | undefined {
  for (const value of values) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value).trim();
    for (const [kind, pattern] of BY_VALUE) if (pattern.test(text)) return kind;
  }
  return undefined;
}

/** Whether a column holds the NIK of whoever the row is about, not that of a relative. */
export function isOwnNik(column: string): boolean {
  return /^(?:nik|no_?ktp|no_?nik|nomor_nik|nomor_ktp|nomor_induk_kependudukan|nik_(?:pemohon|pelapor|pasien|pencaker|penerima|pemilik))$/.test(
    snakeCase(column),
  );
}

const HARMLESS =
  /^(?:id|status|sts|kode|kd|jenis|kategori|golongan|gol|kelas|tipe|tahun|bulan|periode|satuan|satker|unit|opd|skpd|instansi|dinas|layanan|program|kegiatan|kelurahan|kecamatan|judul|file|url|link|dokumen|berkas|nama|nm|indikator|poli|wilayah|versi|aktif|flag|tanggal|tgl|jam|hari|jumlah|total|target|realisasi)$/;

const AGENCY =
  /\b(?:dinas|badan|kantor|kecamatan|kelurahan|sekretariat|inspektorat|satuan|satpol|rsud|puskesmas|bagian|uptd?|perumda|kota)\b/i;

/** Whether a text is the name of an agency. */
export function isAgency(text: string): boolean {
  return AGENCY.test(text) && !/\d{6,}/.test(text);
}

/** Whether text in a column may well be about somebody, because nothing says that it is not. */
export function isDoubtful(column: string): boolean {
  const words = splitWords(column);
  return !words.some((word) => HARMLESS.test(word) || THINGS.test(word));
}
