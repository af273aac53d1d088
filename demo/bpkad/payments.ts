import type { Employee } from '../bkpsdmd/employees.ts';
import { MONTHS, type MonthlyFacts, summariseMonth } from '../bkpsdmd/monthly-facts.ts';

/** What one employee was paid for a month, in whole rupiah. */
export interface Payment {
  /** yyyy-mm. */
  readonly month: string;
  readonly employee: Employee;
  /** The allowance (TPP) of the position's class. */
  readonly ceiling: number;
  /** For absence, lateness and leaving early. */
  readonly deduction: number;
  readonly gross: number;
  readonly incomeTax: number;
  readonly healthInsurance: number;
  readonly net: number;
  /** yyyy-mm-dd. */
  readonly paidOn: string;
}

/** The satker whose treasurer pays everybody in full, whatever e-Absen says: the mayor's complaint of 2020. */
export const IGNORING_SATKER_ID = 1003;

const PAID_ON: Readonly<Record<(typeof MONTHS)[number], string>> = { '2026-09': '2026-10-06', '2026-10': '2026-10-30' };

// By class of position, 1 to 17, as a decree of the city would say it.
const CEILINGS = [
  1_250_000, 1_400_000, 1_550_000, 1_700_000, 1_900_000, 2_250_000, 2_600_000, 3_100_000, 3_750_000, 4_500_000,
  6_250_000, 7_500_000, 9_000_000, 14_500_000, 17_500_000, 21_000_000, 25_000_000,
] as const;

/** Of the allowance, this share depends on attendance; the rest is taken as earned. */
const DISCIPLINE_SHARE = 0.4;
/** Per cent of that share: for a day without record or document; for lateness and leaving early, by minutes. */
const ABSENT_DAY = 10;
const NO_CHECK_OUT = 3;
const MINUTE_STEPS: readonly (readonly [upTo: number, percent: number])[] = [
  [30, 1],
  [60, 2],
  [Number.POSITIVE_INFINITY, 3],
];
/** Those who lead are in a higher grade, and taxed so. */
const LEADING_CLASS = 11;

/** Lists what was paid for the months before the reference day, in the order of months and employees. */
export function listPayments(employees: readonly Employee[], seed: number): Payment[] {
  return MONTHS.flatMap((month) =>
    employees.map((employee) => pay(employee, summariseMonth(employee, month, seed), PAID_ON[month])),
  );
}

function pay(employee: Employee, facts: MonthlyFacts, paidOn: string): Payment {
  const ceiling = CEILINGS[employee.positionClass - 1] ?? CEILINGS[0];
  const isIgnored = employee.satker.id === IGNORING_SATKER_ID;
  const percent = isIgnored ? 0 : Math.min(100, deductionPercent(facts));
  const deduction = Math.round((ceiling * DISCIPLINE_SHARE * percent) / 100);
  const gross = ceiling - deduction;
  const incomeTax = Math.round(gross * (employee.positionClass >= LEADING_CLASS ? 0.15 : 0.05));
  const healthInsurance = Math.round(gross * 0.01);
  const net = gross - incomeTax - healthInsurance;
  return { month: facts.month, employee, ceiling, deduction, gross, incomeTax, healthInsurance, net, paidOn };
}

function deductionPercent({ absentDays, daysWithoutCheckOut, lateMinutes, earlyMinutes }: MonthlyFacts): number {
  const byMinutes = [...lateMinutes, ...earlyMinutes].map(percentOf).reduce((sum, one) => sum + one, 0);
  return absentDays * ABSENT_DAY + daysWithoutCheckOut * NO_CHECK_OUT + byMinutes;
}

function percentOf(minutes: number): number {
  return MINUTE_STEPS.find(([upTo]) => minutes <= upTo)?.[1] ?? 0;
}
