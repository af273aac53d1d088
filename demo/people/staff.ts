/** What somebody in office may do: one role, or several. */
export type StaffRole = 'officer' | 'treasurer' | 'mayor' | 'auditor' | 'operator';

/** Somebody in office in the simulated city, who can have a token but is no citizen to its systems. */
export interface StaffMember {
  readonly alias: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** Code of the OPD that an officer or a treasurer works for. */
  readonly opd?: string;
}

const OPDS: readonly [code: string, name: string][] = [
  ['bag-organisasi', 'Bagian Organisasi'],
  ['bkpsdmd', 'BKPSDMD'],
  ['bpkad', 'BPKAD'],
  ['bpprd', 'BPPRD'],
  ['disdukcapil', 'Disdukcapil'],
  ['dishub', 'Dishub'],
  ['diskominfo', 'Diskominfo'],
  ['disnaker', 'Disnaker'],
  ['dinsos', 'Dinsos'],
  ['dpmptsp', 'DPMPTSP'],
  ['rsud', 'RSUD'],
  ['tirtamayang', 'Tirta Mayang'],
];

/** OPDs that have employees, and no system of their own here. */
const OTHER_OPDS: typeof OPDS = [
  ['dinkes', 'Dinkes'],
  ['disdik', 'Disdik'],
  ['pupr', 'PUPR'],
  ['kec-telanaipura', 'Kecamatan Telanaipura'],
];

/**
 * The mayor's office, where one can approve what another asks for, the auditor, the operator, officers of each OPD
 * that has a system, and treasurers.
 */
export const staff: readonly StaffMember[] = [
  { alias: 'walikota', name: 'Wali Kota', roles: ['mayor'] },
  { alias: 'sekda', name: 'Sekretaris Daerah', roles: ['mayor'] },
  { alias: 'auditor', name: 'Auditor Inspektorat', roles: ['auditor'] },
  { alias: 'operator', name: 'Operator Hub', roles: ['operator'] },
  { alias: 'petugas-inspektorat', name: 'Petugas Inspektorat', roles: ['officer'], opd: 'inspektorat' },
  { alias: 'kepala-dpmptsp', name: 'Kepala DPMPTSP', roles: ['officer'], opd: 'dpmptsp' },
  ...OPDS.map(([opd, name]) => ({
    alias: `petugas-${opd}`,
    name: `Petugas ${name}`,
    roles: ['officer'] as const,
    opd,
  })),
  ...[...OPDS, ...OTHER_OPDS].map(([opd, name]) => ({
    alias: `bendahara-${opd}`,
    name: `Bendahara ${name}`,
    roles: ['treasurer'] as const,
    opd,
  })),
];

/** Whether this alias is of somebody in office, whom the staff realm vouches for. */
export function isStaffAlias(alias: string): boolean {
  return staff.some((member) => member.alias === alias);
}
