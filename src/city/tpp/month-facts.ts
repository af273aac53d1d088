import type { ReviewGrade } from './skp-predicate.ts';

export type AttendanceKind = 'PRESENT' | 'ON_DUTY_ELSEWHERE' | 'ON_LEAVE' | 'ILL' | 'ABSENT';

/** One working day of an employee, of whatever attendance system. */
export interface AttendanceFact {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly kind: AttendanceKind;
  readonly hasCheckOut: boolean;
  readonly secondsLate: number;
  readonly secondsEarly: number;
  /** Undefined where the system does not count them. */
  readonly checkIns: number | undefined;
}

/** One activity of the daily report. */
export interface ActivityFact {
  readonly on: string;
  /** Undefined while nobody has approved it. */
  readonly approvedOn: string | undefined;
  readonly approvedMinutes: number;
}

/** A document that stands for a day: duty elsewhere, leave, illness. */
export interface DayDocument {
  readonly on: string;
  readonly kind: Exclude<AttendanceKind, 'PRESENT' | 'ABSENT'>;
}

/** Everything that an allowance is computed from; what is undefined is not known, which is not the same as nothing. */
export interface MonthFacts {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Whether its last day has passed. */
  readonly isOver: boolean;
  readonly employee: {
    readonly kind: 'PNS' | 'PPPK' | undefined;
    readonly grade: number | undefined;
    readonly position: string | undefined;
  };
  /** What the position is allowed in full (pagu), in whole rupiah, and where that stands. */
  readonly ceiling: { readonly amount: number; readonly source: string } | undefined;
  readonly review: { readonly year: number; readonly result: ReviewGrade; readonly behaviour: ReviewGrade } | undefined;
  /** How many working days the month has by the city's calendar; undefined where that is not known. */
  readonly workingDays: number | undefined;
  readonly attendance: readonly AttendanceFact[] | undefined;
  readonly activities: readonly ActivityFact[] | undefined;
  readonly documents: readonly DayDocument[];
  readonly sanctions: readonly { readonly level: string; readonly reference: string }[] | undefined;
  readonly claims: readonly { readonly amount: number; readonly reference: string }[] | undefined;
}
