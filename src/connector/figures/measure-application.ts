import type { FactKind, FactSheet, Measure } from '../../ports/city-figures.ts';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { ApplicationStatus } from '../sync/compiled-stream.ts';
import { describePerson } from './describe-person.ts';

/** What an application or a complaint adds to the city's figures is made of this. */
export interface MeasuredApplication {
  readonly kind: Extract<FactKind, 'application' | 'complaint'>;
  /** Code of the OPD; empty where none has been named. */
  readonly opd: string;
  readonly service: string;
  readonly status: ApplicationStatus;
  /** `YYYY-MM-DD`. */
  readonly submittedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly doneOn: string | undefined;
  /** Whole rupiah. */
  readonly charged: number | undefined;
  readonly officialFee: number | undefined;
  /** NIK of whose it is, where the row says it. */
  readonly owner?: string | undefined;
}

/** Whatever has no day was there from the beginning. */
const NO_DAY = '0001-01-01';
/** Longer ones are counted as that long. */
const LONGEST_DAYS = 999;

const over: ReadonlySet<ApplicationStatus> = new Set(['DONE', 'REJECTED', 'CANCELLED']);

/**
 * Counts an application so that the city's figures are sums of days: open until a day = received − decided, overdue =
 * overdueFrom − overdueUntil, both up to that day; decided in time = onTime of onTime + late; `days:12` = one that took
 * twelve working days. One that is over on an unknown day is over on the day it was handed in, and tells nothing of time;
 * one that the citizen took back is decided, but by nobody in time.
 */
export function measureApplication(
  application: MeasuredApplication,
  services: Pick<ServiceRules, 'countWorkingDays'> | undefined,
): FactSheet {
  const { kind, opd, service, status, dueOn } = application;
  const submittedOn = application.submittedOn ?? NO_DAY;
  const measures: Measure[] = [{ name: 'received', day: submittedOn, amount: 1 }];
  for (const name of describePerson(application.owner, submittedOn))
    measures.push({ name, day: submittedOn, amount: 1 });
  const decidedOn = over.has(status) ? laterOf(application.doneOn ?? submittedOn, submittedOn) : undefined;
  if (decidedOn !== undefined) measures.push({ name: 'decided', day: decidedOn, amount: 1 });
  if (dueOn !== undefined) {
    const lateFrom = nextDay(dueOn);
    measures.push({ name: 'overdueFrom', day: lateFrom, amount: 1 });
    if (decidedOn !== undefined) measures.push({ name: 'overdueUntil', day: laterOf(lateFrom, decidedOn), amount: 1 });
  }
  if (decidedOn !== undefined && application.doneOn !== undefined && status !== 'CANCELLED')
    measures.push(...measureDecision(submittedOn, decidedOn, dueOn, services));
  measures.push(...measureCharge(application, submittedOn));
  return { kind, opd, service, measures };
}

function measureDecision(
  submittedOn: string,
  decidedOn: string,
  dueOn: string | undefined,
  services: Pick<ServiceRules, 'countWorkingDays'> | undefined,
): Measure[] {
  const measures: Measure[] = [];
  if (dueOn !== undefined) measures.push({ name: decidedOn <= dueOn ? 'onTime' : 'late', day: decidedOn, amount: 1 });
  if (services && submittedOn !== NO_DAY) {
    const days = Math.min(services.countWorkingDays(submittedOn, decidedOn), LONGEST_DAYS);
    measures.push({ name: `days:${days}`, day: decidedOn, amount: 1 });
  }
  return measures;
}

/** More than the official tariff is a sign of an illegal levy, less is not the citizen's harm. */
function measureCharge({ charged, officialFee }: MeasuredApplication, day: string): Measure[] {
  if (charged === undefined || officialFee === undefined || charged <= officialFee) return [];
  return [
    { name: 'overcharged', day, amount: 1 },
    { name: 'overchargedRupiah', day, amount: charged - officialFee },
  ];
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
