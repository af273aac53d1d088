/** What somebody in office may do: one role, or several. */
export type StaffRole = 'officer' | 'mayor' | 'auditor' | 'operator';

/** Somebody in office in the simulated city, who can have a token but is no citizen to its systems. */
export interface StaffMember {
  readonly alias: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** Code of the OPD that an officer works for. */
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

/** The mayor's office, where one can approve what another asks for, the auditor, the operator, and officers of each OPD that has a system. */
export const staff: readonly StaffMember[] = [
  { alias: 'walikota', name: 'Kantor Wali Kota', roles: ['mayor'] },
  { alias: 'sekda', name: 'Sekretaris Daerah', roles: ['mayor'] },
  { alias: 'auditor', name: 'Auditor Inspektorat', roles: ['auditor'] },
  { alias: 'operator', name: 'Operator Hub', roles: ['operator'] },
  { alias: 'kepala-dpmptsp', name: 'Kepala dpmptsp', roles: ['officer'], opd: 'dpmptsp' },
  ...OPDS.map((opd) => ({ alias: `petugas-${opd}`, name: `Petugas ${opd}`, roles: ['officer'] as const, opd })),
];

/** Whether this alias is of somebody in office, whom the staff realm vouches for. */
export function isStaffAlias(alias: string): boolean {
  return staff.some((member) => member.alias === alias);
}
