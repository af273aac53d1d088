/** Somebody in office in the simulated city, who can have a token but is no citizen to its systems. */
export interface StaffMember {
  readonly alias: string;
  readonly name: string;
  readonly scope: 'officer' | 'mayor';
  readonly opd?: string;
}

const OPDS = [
  'bag-organisasi',
  'bkpsdmd',
  'bpkad',
  'bpprd',
  'disdukcapil',
  'dishub',
  'diskominfo',
  'disnaker',
  'dinsos',
  'dpmptsp',
  'rsud',
  'tirtamayang',
];

/** The mayor's office and one officer of each OPD that has a system. */
export const staff: readonly StaffMember[] = [
  { alias: 'walikota', name: 'Kantor Wali Kota', scope: 'mayor' },
  ...OPDS.map((opd) => ({ alias: `petugas-${opd}`, name: `Petugas ${opd}`, scope: 'officer' as const, opd })),
];
