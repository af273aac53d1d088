/** How an indicator's achievement is computed: 1 the higher the better, quarters add up; 2 the last quarter counts; 3 the lower the better. */
export type Formula = '1' | '2' | '3';

/** What an agency has promised to measure. */
export interface IndicatorPlan {
  readonly name: string;
  readonly unit: string;
  readonly formula: Formula;
  /** Target of 2022 and what each later year adds. */
  readonly target: number;
  readonly step: number;
  /** Last year in which it is measured. */
  readonly until?: number;
}

const plan = (
  name: string,
  unit: string,
  formula: Formula,
  target: number,
  step: number,
  until?: number,
): IndicatorPlan => ({ name, unit, formula, target, step, ...(until !== undefined && { until }) });

const satisfaction = plan('Indeks Kepuasan Masyarakat', 'indeks', '2', 82, 1.25);

/** The plans by agency; ten of the city until 2024, nine since. */
export const INDICATOR_PLANS: Readonly<Record<string, readonly IndicatorPlan[]>> = {
  kota: [
    plan('Indeks Pembangunan Manusia', 'indeks', '2', 79.5, 0.45),
    plan('Laju pertumbuhan ekonomi', 'persen', '2', 4.2, 0.2),
    plan('Persentase penduduk miskin', 'persen', '3', 8.6, -0.25),
    plan('Tingkat pengangguran terbuka', 'persen', '3', 9.8, -0.5),
    plan('Gini ratio', 'indeks', '3', 0.39, -0.01),
    plan('Indeks Reformasi Birokrasi', 'indeks', '2', 68, 2.5),
    plan('Indeks SPBE', 'indeks', '2', 3.4, 0.25),
    plan('Indeks Kualitas Lingkungan Hidup', 'indeks', '2', 58, 0.75),
    satisfaction,
    plan('Persentase jalan dalam kondisi mantap', 'persen', '2', 84, 1.5, 2024),
  ],
  'bag-organisasi': [
    plan('Jumlah unit pelayanan yang dievaluasi', 'unit', '1', 24, 2),
    plan('Persentase perangkat daerah berpredikat B ke atas', 'persen', '2', 86, 2),
  ],
  bappeda: [
    plan('Persentase keselarasan RKPD dengan RPJMD', 'persen', '2', 92, 1.5),
    plan('Jumlah penelitian yang dimanfaatkan', 'dokumen', '1', 8, 1),
  ],
  bkpsdmd: [
    plan('Indeks Profesionalitas ASN', 'indeks', '2', 64, 3.25),
    plan('Jumlah ASN yang mengikuti pelatihan', 'orang', '1', 480, 60),
    plan('Persentase pelanggaran disiplin', 'persen', '3', 2.4, -0.2),
  ],
  bpkad: [
    plan('Persentase aset bersertifikat', 'persen', '2', 61, 4),
    plan('Persentase temuan laporan keuangan', 'persen', '3', 6, -0.5),
  ],
  bpprd: [
    plan('Realisasi pajak daerah', 'miliar rupiah', '1', 268, 24),
    plan('Persentase wajib pajak yang membayar nontunai', 'persen', '2', 42, 8),
  ],
  dinkes: [
    plan('Jumlah posyandu aktif', 'unit', '2', 412, 4),
    plan('Prevalensi stunting', 'persen', '3', 15.2, -0.9),
    plan('Jumlah balita yang diimunisasi lengkap', 'anak', '1', 9_600, 150),
  ],
  dinsos: [
    plan('Jumlah keluarga penerima bantuan', 'keluarga', '1', 7_200, 180),
    plan('Persentase lansia terlantar yang dilayani', 'persen', '2', 71, 3),
  ],
  disdik: [
    plan('Harapan lama sekolah', 'tahun', '2', 15.1, 0.08),
    plan('Angka putus sekolah', 'persen', '3', 0.42, -0.03),
    plan('Jumlah guru bersertifikat pendidik', 'orang', '1', 320, 25),
  ],
  disdukcapil: [
    plan('Persentase kepemilikan akta kelahiran anak', 'persen', '2', 94, 0.9),
    plan('Jumlah aktivasi IKD', 'orang', '1', 30_000, 12_000),
  ],
  dishub: [
    plan('Jumlah kendaraan lulus uji berkala', 'kendaraan', '1', 5_200, 220),
    plan('Jumlah titik rawan kecelakaan', 'titik', '3', 18, -1),
  ],
  diskominfo: [
    plan('Indeks Keamanan Informasi', 'indeks', '2', 410, 35),
    plan('Jumlah layanan yang terintegrasi', 'layanan', '1', 12, 6),
  ],
  disnaker: [
    plan('Jumlah pencari kerja yang ditempatkan', 'orang', '1', 1_150, 90),
    plan('Persentase perselisihan hubungan industrial', 'persen', '3', 5.5, -0.4),
  ],
  dlh: [
    plan('Persentase sampah yang terkelola', 'persen', '2', 74, 3.5),
    plan('Sampah yang dikurangi di sumber', 'ton', '1', 14_000, 1_200),
  ],
  dpmptsp: [
    plan('Realisasi investasi', 'miliar rupiah', '1', 640, 75),
    plan('Waktu rata-rata penerbitan izin', 'hari', '3', 7, -0.6),
    satisfaction,
  ],
  inspektorat: [
    plan('Persentase tindak lanjut temuan', 'persen', '2', 78, 3),
    plan('Jumlah perangkat daerah yang diaudit', 'perangkat daerah', '1', 28, 2),
  ],
  pupr: [
    plan('Panjang drainase yang dinormalisasi', 'kilometer', '1', 14.5, 1.5),
    plan('Jumlah titik genangan', 'titik', '3', 38, -3),
  ],
  satpolpp: [
    plan('Jumlah patroli ketertiban', 'kegiatan', '1', 720, 24),
    plan('Persentase pelanggaran perda yang selesai', 'persen', '2', 81, 2.5),
  ],
};
