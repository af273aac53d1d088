/** An agency or school as BKPSDMD numbers it, with what its people write into their daily log. */
export interface Satker {
  readonly id: number;
  readonly name: string;
  readonly head: string;
  readonly work: readonly Work[];
}

/** A kind of activity: what it is, what it yields, and about how many minutes it takes. */
export interface Work {
  readonly text: string;
  readonly output: string;
  readonly minutes: number;
}

const work = (text: string, output: string, minutes: number): Work => ({ text, output, minutes });

const OFFICE: readonly Work[] = [
  work('Menyusun konsep surat dinas', 'dokumen', 60),
  work('Mengikuti rapat koordinasi', 'kegiatan', 120),
  work('Mengarsipkan surat masuk dan surat keluar', 'berkas', 90),
  work('Merekap data kegiatan bulanan', 'dokumen', 120),
  work('Melayani konsultasi masyarakat di loket', 'orang', 150),
  work('Menginput data ke aplikasi', 'data', 120),
  work('Menyusun laporan pelaksanaan kegiatan', 'laporan', 180),
];
const SCHOOL: readonly Work[] = [
  work('Mengajar sesuai jadwal pelajaran', 'jam pelajaran', 240),
  work('Memeriksa tugas dan ulangan siswa', 'berkas', 90),
  work('Menyusun modul ajar', 'dokumen', 120),
  work('Mengikuti rapat dewan guru', 'kegiatan', 60),
];
const HEALTH: readonly Work[] = [
  work('Melayani pasien di poli rawat jalan', 'pasien', 240),
  work('Mengisi rekam medis', 'berkas', 60),
  work('Melaksanakan penyuluhan kesehatan', 'kegiatan', 120),
];

// Numbers as SIMPEG gives them; other applications number the same agencies differently.
/** Where the city's employees work; the first is where `siti` teaches. */
export const SATKERS: readonly [Satker, ...Satker[]] = [
  { id: 1012, name: 'SD Negeri Contoh 1/IV', head: 'Kepala Sekolah', work: SCHOOL },
  { id: 1001, name: 'Dinas Pendidikan', head: 'Kepala Dinas', work: OFFICE },
  { id: 1002, name: 'Dinas Kesehatan', head: 'Kepala Dinas', work: OFFICE },
  { id: 1021, name: 'RSUD H. Abdul Manap', head: 'Direktur', work: HEALTH },
  { id: 1003, name: 'Dinas Pekerjaan Umum dan Penataan Ruang', head: 'Kepala Dinas', work: OFFICE },
  { id: 1004, name: 'Dinas Kependudukan dan Pencatatan Sipil', head: 'Kepala Dinas', work: OFFICE },
  {
    id: 1005,
    name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    head: 'Kepala Dinas',
    work: OFFICE,
  },
  { id: 1006, name: 'Dinas Perhubungan', head: 'Kepala Dinas', work: OFFICE },
  { id: 1007, name: 'Badan Pengelola Pajak dan Retribusi Daerah', head: 'Kepala Badan', work: OFFICE },
  {
    id: 1008,
    name: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah',
    head: 'Kepala Badan',
    work: OFFICE,
  },
  { id: 1009, name: 'Dinas Komunikasi dan Informatika', head: 'Kepala Dinas', work: OFFICE },
  { id: 1031, name: 'Kecamatan Telanaipura', head: 'Camat', work: OFFICE },
];
