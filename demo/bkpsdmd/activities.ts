import { createRandom, type Random } from '../random.ts';
import { addDays } from '../reference-day.ts';
import type { Work } from './agencies.ts';
import { type AttendanceRow, listAttendance } from './attendance.ts';
import type { Employee } from './employees.ts';

/** A row of `kin_harian`: planned, done, then judged by the superior. */
export interface ActivityRow {
  /** NIP, a dot, and the Unix second of the entry. */
  readonly id: string;
  readonly nip: string;
  readonly tgl: string;
  readonly uraian_keg_h: string;
  readonly target_kuan_h: number;
  readonly target_output_h: string;
  readonly target_waktu_h: number;
  readonly tgl_target: string;
  readonly real_kuan_h: number | null;
  readonly real_waktu_h: number | null;
  readonly tgl_real: string | null;
  readonly ok_kuan_h: number | null;
  readonly ok_waktu_h: number | null;
  readonly tgl_ok: string | null;
  readonly penilai_nip: string;
  readonly penilaian: string | null;
  /** 0: taken back by its author. */
  readonly flag: 0 | 1;
  /** When the row was written last. */
  readonly tgl_ubah: string;
}

/** How one employee, and one superior, use the log; the oddities are those that an inspector looks for. */
interface Habits {
  readonly copiesText: boolean;
  /** Approvals carry a date before the activity: the date comes from a form field. */
  readonly approvedEarly: boolean;
  /** The superior approves a month in two minutes, on its last day. */
  readonly approvedInBursts: boolean;
}

/** What `siti` wrote in the week that documentation and tests may quote: refused, then accepted, then not yet judged. */
const SITI_REFUSED_ON = '2026-10-08';
/** Entries from this day on are not judged yet, unless the superior judges in bursts. */
const UNJUDGED_SINCE = '2026-10-29';
const REFUSALS = ['Uraian tidak jelas', 'Bukti kegiatan tidak ada', 'Bukan tugas jabatan'];
const WORKDAY_BEGINS = '08:00:00';

/** Writes one employee's daily log over the days that he was at work. */
export function listActivities(employee: Employee, seed: number): ActivityRow[] {
  const habits = habitsOf(employee, seed);
  return listAttendance(employee, seed)
    .filter(({ kode }) => kode === 'hadir' || kode === 'dinas_luar')
    .flatMap((day) => listDay(employee, day, habits, createRandom(seed, 'kegiatan', employee.nik, day.tgl)));
}

function habitsOf(employee: Employee, seed: number): Habits {
  const own = createRandom(seed, 'kebiasaan', employee.nik);
  const superior = createRandom(seed, 'penilai', employee.superiorNip ?? employee.nip);
  const habits = {
    copiesText: own.chance(0.1),
    approvedEarly: own.chance(0.06),
    approvedInBursts: superior.chance(0.25),
  };
  return employee.alias ? { copiesText: false, approvedEarly: false, approvedInBursts: false } : habits;
}

function listDay(employee: Employee, { tgl }: AttendanceRow, habits: Habits, random: Random): ActivityRow[] {
  const count = random.whole(2, 3);
  let second = Date.parse(`${tgl}T${WORKDAY_BEGINS}+07:00`) / 1000 + random.whole(0, 1_500);
  return Array.from({ length: count }, (_, position) => {
    const work = habits.copiesText ? employee.satker.work[0] : random.pick(employee.satker.work);
    if (!work) throw new Error(`${employee.satker.name} has no work`);
    second += random.whole(40, 5_400);
    const isRefused = employee.alias ? tgl === SITI_REFUSED_ON && position === 0 : random.chance(0.04);
    return writeEntry(employee, { tgl, second, work, isRefused }, habits, random);
  });
}

interface Entry {
  readonly tgl: string;
  readonly second: number;
  readonly work: Work;
  readonly isRefused: boolean;
}

function writeEntry(
  employee: Employee,
  { tgl, second, work, isRefused }: Entry,
  habits: Habits,
  random: Random,
): ActivityRow {
  const amount = random.whole(1, 4);
  const minutes = Math.max(15, work.minutes + random.whole(-3, 3) * 10);
  const isDone = random.chance(0.98);
  const done = isDone
    ? { real_kuan_h: amount, real_waktu_h: minutes, tgl_real: `${tgl} 15:${random.whole(10, 59)}:00` }
    : NOT_DONE;
  const judged = isDone ? judge({ tgl, isRefused, amount, minutes }, habits, random) : UNJUDGED;
  const planned = localTime(second);
  return {
    id: `${employee.nip}.${second}`,
    nip: employee.nip,
    tgl,
    uraian_keg_h: work.text,
    target_kuan_h: amount,
    target_output_h: work.output,
    target_waktu_h: minutes,
    tgl_target: planned,
    ...done,
    ...judged,
    // Whoever leads a satker has nobody above in this application and approves himself.
    penilai_nip: employee.superiorNip ?? employee.nip,
    flag: random.chance(0.99) ? 1 : 0,
    // An approval that is dated before the activity was still written after it.
    tgl_ubah: [planned, done.tgl_real ?? '', judged.tgl_ok ?? ''].sort().at(-1) ?? planned,
  };
}

const NOT_DONE = { real_kuan_h: null, real_waktu_h: null, tgl_real: null } as const;
const UNJUDGED = { ok_kuan_h: null, ok_waktu_h: null, tgl_ok: null, penilaian: null } as const;

interface Done {
  readonly tgl: string;
  readonly isRefused: boolean;
  readonly amount: number;
  readonly minutes: number;
}

function judge(
  { tgl, isRefused, amount, minutes }: Done,
  habits: Habits,
  random: Random,
): Pick<ActivityRow, 'ok_kuan_h' | 'ok_waktu_h' | 'tgl_ok' | 'penilaian'> {
  if (isRefused) {
    const comment = `<font color=red>${random.pick(REFUSALS)}</font>`;
    return { ok_kuan_h: 0, ok_waktu_h: 0, tgl_ok: null, penilaian: comment };
  }
  if (tgl >= UNJUDGED_SINCE && !habits.approvedInBursts) return UNJUDGED;
  return { ok_kuan_h: amount, ok_waktu_h: minutes, tgl_ok: approvalTime(tgl, habits, random), penilaian: 'ok' };
}

function approvalTime(tgl: string, habits: Habits, random: Random): string {
  if (habits.approvedInBursts)
    return `${tgl.slice(0, 8) === '2026-09-' ? '2026-09-30' : '2026-10-30'} 16:2${random.whole(0, 1)}:${random.whole(10, 59)}`;
  const day = addDays(tgl, habits.approvedEarly ? -1 : random.whole(1, 3));
  return `${day} ${random.pick(['08', '09', '13', '16'])}:${random.whole(10, 59)}:00`;
}

/** Writes a Unix second as the clock in Jambi shows it. */
export function localTime(second: number): string {
  return new Date((second + 7 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
