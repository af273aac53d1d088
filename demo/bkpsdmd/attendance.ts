import { createRandom, type Random } from '../random.ts';
import { addDays, REFERENCE_DAY } from '../reference-day.ts';
import type { Employee } from './employees.ts';

/** A row of `absen`: one employee's working day. */
export interface AttendanceRow {
  readonly nip: string;
  readonly tgl: string;
  readonly jam_masuk: string | null;
  readonly jam_pulang: string | null;
  /** Null is `tanpa keterangan`: neither a record nor a document. */
  readonly kode: 'hadir' | 'dinas_luar' | 'cuti' | 'sakit' | null;
  readonly menit_terlambat: number;
  readonly menit_pulang_cepat: number;
}

const FIRST_DAY = '2026-09-01';
/** The working days of the two months before the reference day; no public holiday falls into them. */
export const WORKING_DAYS: readonly string[] = listWorkingDays();

const OPENS_MINUTE = 7 * 60 + 30;
const CLOSES_MINUTE = 16 * 60;

type Day = Pick<AttendanceRow, 'kode'> & {
  readonly late?: number;
  readonly early?: number;
  readonly noCheckOut?: boolean;
};

/** What documentation and tests may quote about `siti`; her other days are spotless. */
const SITI_DAYS: Readonly<Record<string, Day>> = {
  '2026-09-17': { kode: 'hadir', late: 45 },
  '2026-09-25': { kode: 'hadir', noCheckOut: true },
  '2026-10-06': { kode: 'hadir', late: 12 },
  '2026-10-14': { kode: 'dinas_luar' },
  '2026-10-20': { kode: 'sakit' },
  '2026-10-21': { kode: 'sakit' },
};

/** Writes one employee's attendance, a row for each working day, absence included. */
export function listAttendance(employee: Employee, seed: number): AttendanceRow[] {
  const random = createRandom(seed, 'absen', employee.nik);
  // Most people are on time; a few are not, and it is always the same ones.
  const lateness = random.pick([0.02, 0.03, 0.05, 0.08, 0.35]);
  const absence = random.pick([0, 0, 0, 0.005, 0.01, 0.06]);
  return WORKING_DAYS.map((day) => {
    const invented = inventDay(random, lateness, absence);
    return toRow(
      employee.nip,
      day,
      employee.alias === 'siti' ? (SITI_DAYS[day] ?? { kode: 'hadir' }) : invented,
      random,
    );
  });
}

function inventDay(random: Random, lateness: number, absence: number): Day {
  if (random.chance(absence)) return { kode: null };
  if (random.chance(0.05)) return { kode: random.pick(['dinas_luar', 'dinas_luar', 'cuti', 'sakit'] as const) };
  return {
    kode: 'hadir',
    ...(random.chance(lateness) && { late: random.pick([3, 8, 15, 28, 42, 75]) }),
    ...(random.chance(0.03) && { early: random.pick([5, 20, 45, 90]) }),
    noCheckOut: random.chance(0.02),
  };
}

function toRow(nip: string, tgl: string, day: Day, random: Random): AttendanceRow {
  const [before, after] = [random.whole(0, 35), random.whole(0, 50)];
  const { kode, late = 0, noCheckOut = false } = day;
  const early = noCheckOut ? 0 : (day.early ?? 0);
  const isHere = kode === 'hadir';
  return {
    nip,
    tgl,
    jam_masuk: isHere ? clock(OPENS_MINUTE + (late || -before)) : null,
    jam_pulang: isHere && !noCheckOut ? clock(CLOSES_MINUTE + (early ? -early : after)) : null,
    kode,
    menit_terlambat: isHere ? late : 0,
    menit_pulang_cepat: isHere ? early : 0,
  };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
}

function listWorkingDays(): string[] {
  const days: string[] = [];
  for (let day = FIRST_DAY; day < REFERENCE_DAY; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}
