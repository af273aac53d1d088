/** What a template writes about an application; which keys are there depends on the template and on the clerk. */
export interface InteropRow {
  readonly id: number;
  readonly no_permohonan: string;
  readonly jenis_izin: string;
  readonly nama_pemohon?: string;
  readonly nik?: string | null;
  readonly nib?: string;
  readonly nama_usaha?: string;
  readonly lokasi_izin?: string;
  /** yyyy-mm-dd, from some templates with a time. */
  readonly tgl_pengajuan: string;
  readonly tgl_penetapan?: string | null;
  readonly no_izin?: string | null;
  readonly status: string;
}

/** What the older application on the city's own server answers about one issued licence; every value is text. */
export interface ExpiryRow {
  readonly pendaftaran_id: string;
  readonly n_pemohon: string;
  readonly n_perizinan: string;
  readonly no_surat: string;
  readonly d_terima_berkas: string;
  /** yyyy-mm-dd, or null for a licence without an end. */
  readonly d_berlaku_izin: string | null;
}

/** One application with what both parts of the system tell of it. */
export interface Licence {
  readonly ownerNik: string;
  /** YYYY-MM-DD of the application. */
  readonly filedOn: string;
  readonly row: InteropRow;
  /** The issued licence and its extensions, oldest first; none before it is issued. */
  readonly terms: readonly ExpiryRow[];
}

/** A kind of licence: what its template shows, and for how many years it holds (0: without end). */
export interface LicenceTemplate {
  readonly code: string;
  readonly name: string;
  readonly years: number;
  readonly forBusiness: boolean;
  readonly showsNik: boolean;
  readonly showsTime: boolean;
  readonly showsPlace: boolean;
}

const template = (
  code: string,
  name: string,
  years: number,
  shows: Partial<Omit<LicenceTemplate, 'code' | 'name' | 'years'>>,
): LicenceTemplate => ({
  code,
  name,
  years,
  forBusiness: false,
  showsNik: false,
  showsTime: false,
  showsPlace: false,
  ...shows,
});

/** The licences for businesses, and those for persons; each made by another hand. */
export const TEMPLATES = {
  apotek: template('APT', 'Izin Apotek', 5, { forBusiness: true, showsPlace: true }),
  jasaBoga: template('SLHS', 'Sertifikat Laik Higiene Sanitasi Jasa Boga', 3, { forBusiness: true, showsTime: true }),
  dokter: template('SIPD', 'Surat Izin Praktik Dokter', 5, { showsNik: true, showsPlace: true }),
  bimbel: template('IPG', 'Izin Penyelenggaraan Bimbingan Belajar', 2, { showsNik: true, showsTime: true }),
  taman: template('IPRT', 'Izin Pemakaian Ruang Terbuka', 0, {}),
} as const satisfies Readonly<Record<string, LicenceTemplate>>;
