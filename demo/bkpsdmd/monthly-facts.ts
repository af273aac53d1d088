import { type ActivityRow, listActivities } from './activities.ts';
import { type AttendanceRow, listAttendance } from './attendance.ts';
import type { Employee } from './employees.ts';

/** One employee's month as e-Absen and e-Kinerja show it, for those who compute the allowance (TPP) from it. */
export interface MonthlyFacts {
  /** yyyy-mm. */
  readonly month: string;
  readonly workingDays: number;
  readonly presentDays: number;
  readonly dutyDays: number;
  readonly leaveDays: number;
  readonly sickDays: number;
  /** Neither a record nor a document (tanpa keterangan). */
  readonly absentDays: number;
  /** Minutes of each late arrival. */
  readonly lateMinutes: readonly number[];
  readonly earlyMinutes: readonly number[];
  readonly daysWithoutCheckOut: number;
  readonly approvedMinutes: number;
}

/** The months that the simulated applications hold. */
export const MONTHS = ['2026-09', '2026-10'] as const;

/** Sums up one employee's month, from the same rows that fill the databases. */
export function summariseMonth(employee: Employee, month: (typeof MONTHS)[number], seed: number): MonthlyFacts {
  const isInMonth = ({ tgl }: { readonly tgl: string }): boolean => tgl.startsWith(month);
  const days: readonly AttendanceRow[] = listAttendance(employee, seed).filter(isInMonth);
  const activities: readonly ActivityRow[] = listActivities(employee, seed).filter(isInMonth);
  const count = (kode: AttendanceRow['kode']): number => days.filter((day) => day.kode === kode).length;
  return {
    month,
    workingDays: days.length,
    presentDays: count('hadir'),
    dutyDays: count('dinas_luar'),
    leaveDays: count('cuti'),
    sickDays: count('sakit'),
    absentDays: count(null),
    lateMinutes: days.flatMap(({ menit_terlambat }) => (menit_terlambat > 0 ? [menit_terlambat] : [])),
    earlyMinutes: days.flatMap(({ menit_pulang_cepat }) => (menit_pulang_cepat > 0 ? [menit_pulang_cepat] : [])),
    daysWithoutCheckOut: days.filter(({ kode, jam_pulang }) => kode === 'hadir' && jam_pulang === null).length,
    approvedMinutes: activities.reduce((sum, { flag, ok_waktu_h }) => sum + (flag === 1 ? (ok_waktu_h ?? 0) : 0), 0),
  };
}
