/** A unit as the survey's form spells it, with services that people come for. */
export interface Unit {
  readonly name: string;
  readonly services: readonly string[];
  /** Share of the best answers; the rest are mostly 3. */
  readonly liked: number;
}

export const UNITS: readonly Unit[] = [
  { name: 'Disdukcapil', services: ['KTP-el', 'Kartu Keluarga', 'Akta kelahiran'], liked: 0.52 },
  { name: 'DPMPTSP / MPP', services: ['Izin usaha', 'Izin praktik'], liked: 0.66 },
  { name: 'BPPRD', services: ['PBB-P2', 'BPHTB'], liked: 0.45 },
  { name: 'Dinkes', services: ['Puskesmas'], liked: 0.5 },
  { name: 'Dinsos', services: ['SKTM'], liked: 0.4 },
  { name: 'Disdik', services: ['Legalisir ijazah'], liked: 0.48 },
  { name: 'Dishub UPTD PKB', services: ['Uji berkala'], liked: 0.22 },
  { name: 'Disnaker', services: ['Kartu AK-1'], liked: 0.6 },
  { name: 'RSUD H. Abdul Manap', services: ['Rawat jalan'], liked: 0.3 },
  { name: 'Perumda Tirta Mayang', services: ['Sambungan baru', 'Pengaduan'], liked: 0.15 },
  { name: 'Kec. Telanaipura', services: ['Surat keterangan'], liked: 0.55 },
];
