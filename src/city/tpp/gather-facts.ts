import type { ActivityFact, AttendanceFact, AttendanceKind, MonthFacts } from './month-facts.ts';
import type { ReviewGrade } from './skp-predicate.ts';

/** A record of the graph, as its copy holds it. */
export type GraphRecord = Readonly<Record<string, unknown>>;

/** The records of one employee and month, of whatever systems. */
export interface GraphMonth {
  readonly employee: GraphRecord | undefined;
  /** Undefined where no system of them has been read yet. */
  readonly activities: readonly GraphRecord[] | undefined;
  readonly attendance: readonly GraphRecord[] | undefined;
  /** Of the month and some before it, each with its system. */
  readonly payments: readonly { readonly record: GraphRecord; readonly system: string }[];
}

export interface MonthCircumstances {
  readonly month: string;
  readonly isOver: boolean;
  readonly workingDays: number | undefined;
}

/** Makes the facts of a computation from the graph's records: the fields of Employee, DailyActivity and AttendanceDay. */
export function gatherFacts(records: GraphMonth, { month, isOver, workingDays }: MonthCircumstances): MonthFacts {
  const { employee = {}, activities, attendance } = records;
  const kind = textOf(employee.kind);
  return {
    month,
    isOver,
    workingDays,
    employee: {
      kind: kind === 'PNS' || kind === 'PPPK' ? kind : undefined,
      grade: numberOf(employee.grade),
      position: textOf(employee.position),
    },
    ceiling: findCeiling(records, month),
    review: readReview(employee.review),
    attendance: attendance && onePerDay(attendance.map(readAttendance)),
    activities: activities?.map(readActivity),
    // The attendance system's own kinds say what a document stands for; no system of documents is connected.
    documents: [],
    // No system tells of them.
    sanctions: undefined,
    claims: undefined,
  };
}

/** What BPKAD allows the position: this month's, or where it has not paid yet the last one's of the same grade. */
function findCeiling({ payments, employee = {} }: GraphMonth, month: string): MonthFacts['ceiling'] {
  const known = payments
    .filter(({ record }) => numberOf(record.ceiling) !== undefined && String(record.month) <= month)
    .sort((one, other) => (String(one.record.month) < String(other.record.month) ? 1 : -1));
  const latest = known.find(({ record }) => record.month === month || record.grade === employee.grade);
  const amount = numberOf(latest?.record.ceiling);
  if (!latest || amount === undefined) return undefined;
  return { amount, source: `${latest.system}, ${String(latest.record.month)}` };
}

function readReview(given: unknown): MonthFacts['review'] {
  const { year, result, behaviour } = (given ?? {}) as GraphRecord;
  const yearNumber = numberOf(year);
  if (yearNumber === undefined || !isGrade(result) || !isGrade(behaviour)) return undefined;
  return { year: yearNumber, result, behaviour };
}

function isGrade(value: unknown): value is ReviewGrade {
  return value === 'ABOVE' || value === 'AS_EXPECTED' || value === 'BELOW';
}

function readAttendance(record: GraphRecord): AttendanceFact {
  return {
    on: String(record.on),
    kind: (textOf(record.kind) ?? 'ABSENT') as AttendanceKind,
    hasCheckOut: textOf(record.left) !== undefined,
    secondsLate: (numberOf(record.minutesLate) ?? 0) * 60,
    secondsEarly: (numberOf(record.minutesEarly) ?? 0) * 60,
    checkIns: numberOf(record.checkIns),
  };
}

/** A day that two systems tell of, as while one replaces the other, is one day: presence goes before absence. */
function onePerDay(days: readonly AttendanceFact[]): AttendanceFact[] {
  const byDay = new Map<string, AttendanceFact>();
  for (const day of days) if ((byDay.get(day.on)?.kind ?? 'ABSENT') === 'ABSENT') byDay.set(day.on, day);
  return [...byDay.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}

function readActivity(record: GraphRecord): ActivityFact {
  return {
    on: String(record.on),
    approvedOn: textOf(record.approvedOn),
    approvedMinutes: numberOf(record.approvedMinutes) ?? 0,
  };
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
