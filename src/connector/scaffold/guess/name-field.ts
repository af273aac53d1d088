import { snakeCase, splitWords } from './split-words.ts';

/** What the graph calls a thing elsewhere; any other column keeps its Indonesian words. */
const KNOWN: Readonly<Record<string, string>> = {
  nama: 'name',
  nama_lengkap: 'name',
  nama_lgkp: 'name',
  nm_lengkap: 'name',
  alamat: 'address',
  alamat_lengkap: 'address',
  tgl_lahir: 'birthDate',
  tanggal_lahir: 'birthDate',
  tgl_lhr: 'birthDate',
  tempat_lahir: 'birthPlace',
  tmpt_lhr: 'birthPlace',
  no_hp: 'phone',
  nohp: 'phone',
  hp: 'phone',
  no_telp: 'phone',
  telp: 'phone',
  telepon: 'phone',
  no_telepon: 'phone',
  surel: 'email',
  no_rt: 'rt',
  no_rw: 'rw',
  status: 'status',
  sts: 'status',
  judul: 'title',
  kategori: 'category',
  biaya: 'fee',
  pokok: 'principal',
  denda: 'penalty',
  tahun: 'year',
  uraian: 'description',
  keterangan: 'note',
  ket: 'note',
  catatan: 'note',
  jabatan: 'position',
  tgl_masuk: 'submittedOn',
  tgl_daftar: 'submittedOn',
  tgl_terbit: 'issuedOn',
  tgl_bayar: 'paidOn',
  tanggal_bayar: 'paidOn',
  jatuh_tempo: 'dueOn',
  tgl_jatuh_tempo: 'dueOn',
  masa_berlaku: 'validUntil',
  berlaku_sampai: 'validUntil',
  berlaku_mulai: 'validFrom',
};

const TYPES: Readonly<Record<string, string>> = {
  izin: 'Permit',
  perizinan: 'Permit',
  surat: 'Letter',
  tagihan: 'Bill',
  rekening: 'Bill',
  pengaduan: 'Complaint',
  laporan: 'Report',
  bantuan: 'Aid',
  bansos: 'Aid',
  pasien: 'Patient',
  antrean: 'QueueTicket',
  antrian: 'QueueTicket',
  kendaraan: 'Vehicle',
  dokumen: 'Document',
  pelanggan: 'Customer',
};
const ENGLISH = new Set(Object.values(TYPES));
// Words that say how something is asked for, not what it is.
const NOISE =
  /^(?:v|vw|tb|tbl|t|get|post|api|v\d+|list|cari|cek|data|daftar|detail|by|per|nik|search|find|read|of|the|response|result|hasil|master|m|ref|id|no|inquiry|query)$/;

/** The graph's name of a column: the one in use elsewhere, or its own words in camelCase. */
export function nameField(column: string): string {
  return KNOWN[snakeCase(column)] ?? camelCase(splitWords(column));
}

/** A parameter's name, which keeps the words of the system. */
export function nameParameter(name: string): string {
  return camelCase(splitWords(name));
}

/** A type's name out of a table, operation or schema. */
export function nameType(subject: string): string {
  const words = splitWords(subject.replace(/[{:][^/]*/g, ' '));
  const telling = words.filter((word) => !NOISE.test(word));
  const [word = 'data'] = telling;
  const known = telling.map((one) => TYPES[one]).find((one) => one !== undefined);
  return known ?? (telling.length === 0 ? capitalise(word) : telling.slice(0, 3).map(capitalise).join(''));
}

/** The name of the field that gives records of a type; only English has a plural. */
export function nameList(typeName: string): string {
  const field = typeName.charAt(0).toLowerCase() + typeName.slice(1);
  const isEnglish = [...ENGLISH].some((one) => typeName.endsWith(one));
  return isEnglish || /(?:Request|Booking|Ticket|Record|Card|Payment|Test)$/.test(typeName) ? `${field}s` : field;
}

function camelCase(words: readonly string[]): string {
  const joined = words.map((word, index) => (index === 0 ? word : capitalise(word))).join('');
  // GraphQL knows no other letters, and no digit in front.
  const plain = joined.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  if (plain === '') return 'kolom';
  return /^\d/.test(plain) ? `kolom${plain}` : plain;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
