/** An agency as SiKesal numbers it; the numbers are its own and mean nothing elsewhere. */
export interface Agency {
  readonly id: number;
  readonly name: string;
}

/** SiKesal's own table of agencies. */
export const AGENCIES = {
  dukcapil: { id: 3, name: 'Dinas Kependudukan dan Pencatatan Sipil' },
  kesehatan: { id: 5, name: 'Dinas Kesehatan' },
  pendidikan: { id: 6, name: 'Dinas Pendidikan' },
  sosial: { id: 8, name: 'Dinas Sosial' },
  perizinan: { id: 9, name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu' },
  pajak: { id: 11, name: 'Badan Pengelola Pajak dan Retribusi Daerah' },
  pupr: { id: 12, name: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
  dlh: { id: 14, name: 'Dinas Lingkungan Hidup' },
  dishub: { id: 15, name: 'Dinas Perhubungan' },
  satpolPp: { id: 19, name: 'Satuan Polisi Pamong Praja' },
  inspektorat: { id: 21, name: 'Inspektorat' },
  tirtaMayang: { id: 27, name: 'Perumda Tirta Mayang' },
} as const satisfies Readonly<Record<string, Agency>>;

/** The agency of this number; undefined where there is none. */
export function findAgency(id: number | null): Agency | undefined {
  return Object.values(AGENCIES).find((agency) => agency.id === id);
}
