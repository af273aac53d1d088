/** An agency as e-SAKIP numbers it; the name is what its answers are filed under. */
export interface Agency {
  readonly id: number;
  readonly name: string;
  /** The same for two numbers of one agency: the application numbered it anew when it was renamed. */
  readonly key: string;
  /** First and last year under this number; open where absent. */
  readonly from?: number;
  readonly until?: number;
}

/** The city itself: what all agencies together have promised. */
export const CITY: Agency = { id: 1, name: 'PEMERINTAH KOTA JAMBI', key: 'kota' };

/** e-SAKIP's own table of agencies. */
export const AGENCIES: readonly Agency[] = [
  CITY,
  { id: 2, name: 'BAGIAN ORGANISASI SEKRETARIAT DAERAH', key: 'bag-organisasi' },
  { id: 3, name: 'BADAN PERENCANAAN PEMBANGUNAN DAERAH', key: 'bappeda' },
  { id: 4, name: 'BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA DAERAH', key: 'bkpsdmd' },
  { id: 5, name: 'BADAN PENGELOLA KEUANGAN DAN ASET DAERAH', key: 'bpkad' },
  { id: 6, name: 'BADAN PENGELOLA PAJAK DAN RETRIBUSI DAERAH', key: 'bpprd' },
  { id: 7, name: 'DINAS KESEHATAN', key: 'dinkes' },
  { id: 8, name: 'DINAS SOSIAL', key: 'dinsos' },
  { id: 9, name: 'DINAS PENDIDIKAN', key: 'disdik' },
  { id: 10, name: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL', key: 'disdukcapil' },
  { id: 11, name: 'DINAS PERHUBUNGAN', key: 'dishub' },
  { id: 41, name: 'DINAS KOMUNIKASI DAN INFORMATIKA KOTA JAMBI', key: 'diskominfo', until: 2023 },
  { id: 12, name: 'DINAS KOMUNIKASI DAN INFORMATIKA', key: 'diskominfo', from: 2024 },
  { id: 13, name: 'DINAS TENAGA KERJA', key: 'disnaker' },
  { id: 14, name: 'DINAS LINGKUNGAN HIDUP', key: 'dlh' },
  { id: 15, name: 'DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU', key: 'dpmptsp' },
  { id: 16, name: 'INSPEKTORAT', key: 'inspektorat' },
  { id: 17, name: 'DINAS PEKERJAAN UMUM DAN PENATAAN RUANG', key: 'pupr' },
  { id: 18, name: 'SATUAN POLISI PAMONG PRAJA', key: 'satpolpp' },
  // Merged into BPPRD; its last year was never moved to the successor.
  { id: 90, name: 'DINAS PENDAPATAN DAERAH', key: 'dispenda', from: 2016, until: 2016 },
];

/** The years that e-SAKIP holds of the agencies that exist. */
export const FIRST_YEAR = 2022;
export const LAST_YEAR = 2026;

/** Returns whether e-SAKIP holds anything of an agency in a year. */
export function isKept({ from = FIRST_YEAR, until = LAST_YEAR }: Agency, year: number): boolean {
  return year >= from && year <= until;
}
