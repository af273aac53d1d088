import type { AttendanceFact, AttendanceKind, DayDocument, MonthFacts } from '../month-facts.ts';
import { cutOffOf } from '../shares/minutes-share.ts';

interface DayOfCase {
  readonly kind?: AttendanceKind;
  /** Seconds. */
  readonly late?: number;
  readonly early?: number;
  readonly noCheckOut?: boolean;
}

/** A case of a file under `cases/`: what differs from an ordinary month, and what must come out. */
export interface AllowanceCase {
  readonly name: string;
  readonly arithmetic: string;
  readonly amount?: number;
  readonly gross?: number;
  readonly missing?: readonly string[];
  readonly employee?: Partial<MonthFacts['employee']>;
  readonly ceiling?: number | null;
  readonly review?: MonthFacts['review'] | null;
  readonly attendance?: 'none';
  readonly isUnfinished?: boolean;
  readonly days?: Readonly<Record<string, DayOfCase>>;
  readonly absentDays?: number;
  readonly leaveDays?: number;
  readonly workingDays?: number;
  readonly daysKnown?: number;
  readonly documents?: readonly DayDocument[];
  /** Approved minutes, by the day of their approval. */
  readonly minutes?: Readonly<Record<string, number>> | 'none';
  /** Check-ins of all present days. */
  readonly checkIns?: number | 'none';
  /** Whether one day has four of them. */
  readonly fourth?: boolean;
  readonly sanctions?: NonNullable<MonthFacts['sanctions']> | 'none';
  readonly claims?: NonNullable<MonthFacts['claims']> | 'none';
}

export interface MonthDefaults {
  readonly month: string;
  readonly days: number;
  readonly ceiling: number;
  readonly fullMinutes?: number;
}

const GURU = { kind: 'PNS', grade: 9, position: 'Guru Ahli Muda' } as const;
const AS_EXPECTED = { result: 'AS_EXPECTED', behaviour: 'AS_EXPECTED' } as const;

/** The facts of a case. */
export function factsOf(one: AllowanceCase, { month, days, ceiling, fullMinutes = 0 }: MonthDefaults): MonthFacts {
  const amount = one.ceiling === undefined ? ceiling : one.ceiling;
  const attendance = listWeekdays(month)
    .slice(0, one.daysKnown ?? days)
    .map((on, index) => dayOf(one, on, index));
  const minutes = one.minutes ?? { [`${month}-28`]: fullMinutes };
  const employee = one.employee ? { kind: undefined, grade: undefined, position: undefined, ...one.employee } : GURU;
  return {
    month,
    isOver: !one.isUnfinished,
    employee,
    ceiling: amount === null ? undefined : { amount, source: 'pagu' },
    review: one.review === null ? undefined : (one.review ?? { year: Number(month.slice(0, 4)) - 1, ...AS_EXPECTED }),
    workingDays: one.workingDays,
    attendance: one.attendance === 'none' ? [] : withCheckIns(one, attendance),
    activities: minutes === 'none' ? undefined : listActivities(minutes, month),
    documents: one.documents ?? [],
    sanctions: one.sanctions === 'none' ? undefined : (one.sanctions ?? []),
    claims: one.claims === 'none' ? undefined : (one.claims ?? []),
  };
}

function listActivities(minutes: Readonly<Record<string, number>>, month: string) {
  const approved = Object.entries(minutes).map(([approvedOn, approvedMinutes]) => ({
    on: `${month}-05`,
    approvedOn,
    approvedMinutes,
  }));
  return [...approved, { on: `${month}-06`, approvedOn: undefined, approvedMinutes: 0 }];
}

function dayOf({ days = {}, absentDays = 0, leaveDays = 0 }: AllowanceCase, on: string, index: number): AttendanceFact {
  const { kind, late = 0, early = 0, noCheckOut = false } = days[on] ?? {};
  const usual = index < absentDays ? 'ABSENT' : index < leaveDays ? 'ON_LEAVE' : 'PRESENT';
  return {
    on,
    kind: kind ?? usual,
    hasCheckOut: !noCheckOut,
    secondsLate: late,
    secondsEarly: early,
    checkIns: undefined,
  };
}

/** Three on each present day, but so many in all; the last day lacks what is missing. */
function withCheckIns({ checkIns, fourth }: AllowanceCase, days: readonly AttendanceFact[]): AttendanceFact[] {
  if (checkIns === undefined || checkIns === 'none') return [...days];
  const present = days.filter(({ kind }) => kind === 'PRESENT');
  const lacking = present.length * 3 - checkIns + (fourth ? 1 : 0);
  return days.map((day) => {
    if (day.kind !== 'PRESENT') return day;
    if (fourth && day === present[0]) return { ...day, checkIns: 4 };
    return { ...day, checkIns: day === present.at(-1) ? 3 - lacking : 3 };
  });
}

function listWeekdays(month: string): string[] {
  const end = cutOffOf(month, 1);
  const days: string[] = [];
  for (let at = Date.parse(`${month}-01T00:00:00Z`); at < Date.parse(`${end}T00:00:00Z`); at += 86_400_000) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
