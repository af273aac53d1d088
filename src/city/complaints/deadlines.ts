import { formatJakartaDay, formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { ComplaintRule } from './complaint-rules.ts';

/** A complaint as far as its deadlines go by it; instants are ISO 8601 with an offset. */
export interface TimedComplaint {
  readonly category?: string | null | undefined;
  readonly reportedOn: string;
  readonly verifiedOn?: string | null | undefined;
  /** When the OPD first did something. */
  readonly actedOn?: string | null | undefined;
  readonly answeredOn?: string | null | undefined;
  readonly closedOn?: string | null | undefined;
  readonly isRejected: boolean;
}

export interface WorkingDays {
  /** The n-th working day after a day, `YYYY-MM-DD`. */
  addWorkingDays(day: string, count: number): string;
}

/** Where a complaint stands: what is waited for. */
export type Stage = 'VERIFY' | 'ACT' | 'RESOLVE' | 'REPLY' | 'OVER';

/** Until when what should have happened to a complaint; days are `YYYY-MM-DD`. */
export interface Deadlines {
  readonly stage: Stage;
  readonly verifyBy: string;
  /** Undefined until it has been verified. */
  readonly actBy: string | undefined;
  /** An instant; undefined for a category without a promise. */
  readonly reactBy: string | undefined;
  readonly resolveBy: string | undefined;
  /** When an answer closes by itself; undefined while there is none to wait about. */
  readonly closesOn: string | undefined;
  /** Whether what is waited for now is late. */
  readonly isOverdue: boolean;
  /** What was or is late, over or not. */
  readonly late: readonly LateStep[];
  /** What is missing, in Indonesian. */
  readonly missing: readonly string[];
}

export type LateStep = 'VERIFY' | 'ACT' | 'REACT' | 'RESOLVE';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * The deadlines of a complaint (SP4N-LAPOR, PermenPANRB 62/2018, SiKesal; DOMAIN §4). A day is kept by whoever acts on it,
 * an hour by whoever acts before it is over; a step that has been taken late stays late.
 */
export function decideDeadlines(
  complaint: TimedComplaint,
  rule: ComplaintRule,
  calendar: WorkingDays,
  nowMs: number,
): Deadlines {
  const { category, verifiedOn, actedOn, answeredOn } = complaint;
  const stage = decideStage(complaint);
  const reportedMs = Date.parse(complaint.reportedOn);
  const reportedDay = formatJakartaDay(reportedMs);
  const promise = category ? rule.categories[category] : undefined;
  const verifyBy = calendar.addWorkingDays(reportedDay, rule.verifyWorkingDays);
  const actBy = verifiedOn ? calendar.addWorkingDays(dayOf(verifiedOn), rule.actWorkingDays) : undefined;
  const reactByMs = promise && reportedMs + promise.hours * HOUR_MS;
  const resolveBy = promise && calendar.addWorkingDays(reportedDay, rule.resolveWorkingDays[promise.kind]);
  const today = formatJakartaDay(nowMs);
  const isOpen = stage !== 'OVER';
  /** A step not taken is late once its day is over, unless nobody waits for it any more. */
  const isLate = (by: string | undefined, done: string | null | undefined): boolean =>
    by !== undefined && (done ? dayOf(done) > by : isOpen && today > by);
  const reacted = actedOn ?? answeredOn;
  const isReactLate =
    reactByMs !== undefined && (reacted ? Date.parse(reacted) > reactByMs : isOpen && nowMs > reactByMs);
  const steps: readonly (readonly [LateStep, boolean])[] = [
    ['VERIFY', isLate(verifyBy, verifiedOn)],
    ['ACT', isLate(actBy, reacted)],
    ['REACT', isReactLate],
    ['RESOLVE', isLate(resolveBy, answeredOn)],
  ];
  const late = steps.flatMap(([step, isSo]) => (isSo ? [step] : []));
  return {
    stage,
    verifyBy,
    actBy,
    reactBy: reactByMs === undefined ? undefined : formatJakartaInstant(reactByMs),
    resolveBy,
    closesOn: stage === 'REPLY' && answeredOn ? addDays(answeredOn, rule.closeDays) : undefined,
    isOverdue: WAITED_FOR[stage].some((step) => late.includes(step)),
    late,
    missing: promise ? [] : [category ? `batas waktu kategori ${category}` : 'kategori pengaduan'],
  };
}

/** Which steps are still to be taken at a stage. */
const WAITED_FOR: Readonly<Record<Stage, readonly LateStep[]>> = {
  VERIFY: ['VERIFY', 'REACT', 'RESOLVE'],
  ACT: ['ACT', 'REACT', 'RESOLVE'],
  RESOLVE: ['RESOLVE'],
  REPLY: [],
  OVER: [],
};

function decideStage({ isRejected, closedOn, answeredOn, actedOn, verifiedOn }: TimedComplaint): Stage {
  if (isRejected || closedOn) return 'OVER';
  if (answeredOn) return 'REPLY';
  if (actedOn) return 'RESOLVE';
  return verifiedOn ? 'ACT' : 'VERIFY';
}

/** Who must do something: the administrators who verify, the OPD that has it, or the reporter; nobody once it is over. */
export function decideWaitingFor(stage: Stage): 'ADMINISTRATOR' | 'OPD' | 'REPORTER' | undefined {
  switch (stage) {
    case 'VERIFY':
      return 'ADMINISTRATOR';
    case 'ACT':
    case 'RESOLVE':
      return 'OPD';
    case 'REPLY':
      return 'REPORTER';
    case 'OVER':
      return undefined;
  }
}

function dayOf(instant: string): string {
  return formatJakartaDay(Date.parse(instant));
}

function addDays(instant: string, count: number): string {
  return formatJakartaDay(Date.parse(instant) + count * DAY_MS);
}
