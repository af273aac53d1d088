import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { AllowanceResult } from '../../ports/allowances.ts';
import {
  type Database,
  type EmployeeMonth,
  type KeyRing,
  type MonthRun,
  type NewResult,
  withMonthRun,
} from '../../store/index.ts';
import { addMonths } from '../status/months.ts';
import type { ComparedActivity } from './anomalies/anomaly.ts';
import { AnomalyCounter } from './anomalies/anomaly-counter.ts';
import { hashText } from './anomalies/hash-text.ts';
import { computeResult } from './compute-result.ts';
import { type GraphMonth, type MonthCircumstances, textOf } from './gather-facts.ts';
import { daysOfMonth } from './month.ts';
import type { FindMonthRule } from './read-rules.ts';
import { cutOffOf } from './shares/minutes-share.ts';
import { SumBook } from './sum-book.ts';

export interface MonthRunParts {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly findRule: FindMonthRule;
  /** How many working days a month has by the city's calendar; undefined where that is not known. */
  countWorkingDays?(month: string): number | undefined;
}

export interface MonthRunOptions {
  readonly nowMs: number;
  /** Aborted when the process ends; then nothing of the run stays. */
  readonly signal?: AbortSignal;
  onProgress?(done: number, employees: number): void;
}

/** What a run has come to. */
export interface MonthRunOutcome {
  readonly employees: number;
  readonly records: number;
  readonly incomplete: number;
  readonly discrepancies: number;
}

/** Results that are written at once. */
const WRITTEN_AT_ONCE = 500;
/** How far back a ceiling may come from while BPKAD has not paid yet. */
const CEILING_MONTHS = 3;
/** The day of the next month on which an approval is late, where the rule says none: as at Brebes (DOMAIN §2). */
const USUAL_CUT_OFF = 4;

/**
 * Computes a month of all employees as proposals, in one pass and one transaction; undefined while another run is at it. What
 * an officer has confirmed stays as it is.
 * @throws HubError NOT_FOUND while it is not known who is employed; INTERNAL, retryable, when the process ends or the database
 * is away.
 */
export async function runMonth(
  parts: MonthRunParts,
  month: string,
  options: MonthRunOptions,
): Promise<MonthRunOutcome | undefined> {
  return withMonthRun(parts.database, parts.keys, month, (run) => computeAll(run, parts, month, options));
}

async function computeAll(
  run: MonthRun,
  { findRule, countWorkingDays }: MonthRunParts,
  month: string,
  { nowMs, signal, onProgress }: MonthRunOptions,
): Promise<MonthRunOutcome> {
  const days = daysOfMonth(month);
  const rule = findRule(month);
  const workingDays = countWorkingDays?.(month);
  const circumstances: MonthCircumstances = { month, workingDays, isOver: formatJakartaDay(nowMs) >= days.until };
  const anomalies = new AnomalyCounter(cutOffOf(month, rule?.approvedBefore ?? USUAL_CUT_OFF));
  const book = new SumBook();
  const has = (type: string) => run.streams.some((one) => one.type === type);
  if (!has('Employee')) {
    throw new HubError('NOT_FOUND', 'The employees have not been copied yet.', {
      fix: 'See how their stream fares: sync status.',
    });
  }
  const sources = run.streams.map(({ system, asOfMs }) => ({ system, asOfMs }));
  const [isReported, isRecorded] = [has('DailyActivity'), has('AttendanceDay')];
  let batch: NewResult[] = [];
  const flush = async () => {
    await run.write(batch, nowMs);
    batch = [];
    onProgress?.(book.employees, run.employees);
    if (signal?.aborted) throw new HubError('INTERNAL', 'The run stopped because the hub ends.', { retryable: true });
  };
  const payments = { from: daysOfMonth(addMonths(month, -CEILING_MONTHS)).from, until: days.until };
  for await (const one of run.read({ DailyActivity: days, AttendanceDay: days, AllowancePayment: payments })) {
    const records = asGraph(one, isReported, isRecorded);
    // Somebody who has left, and was not paid for this month either.
    if (!records.employee && !records.payments.some(({ record }) => record.month === month)) continue;
    const computed = computeResult(records, circumstances, rule);
    const own = anomalies.add(computed.opd, (records.activities ?? []).map(asCompared));
    const result: AllowanceResult = { ...computed, anomalies: Object.fromEntries(own), sources };
    book.add(result, one);
    batch.push({ subject: one.subject, result });
    if (batch.length >= WRITTEN_AT_ONCE) await flush();
  }
  await flush();
  await run.finish(month, { rule, sums: book.list(), anomalies: anomalies.list(), computedAtMs: nowMs });
  return book.outcome();
}

/** Types that no system has been read of are unknown, not empty. */
function asGraph({ records }: EmployeeMonth, isReported: boolean, isRecorded: boolean): GraphMonth {
  const recordsOf = (type: 'DailyActivity' | 'AttendanceDay') => records[type].map(({ record }) => record);
  return {
    employee: records.Employee[0]?.record,
    activities: isReported ? recordsOf('DailyActivity') : undefined,
    attendance: isRecorded ? recordsOf('AttendanceDay') : undefined,
    payments: records.AllowancePayment,
  };
}

function asCompared(record: Readonly<Record<string, unknown>>): ComparedActivity {
  const [approvedAt, approver] = [textOf(record.approvedAt), textOf(record.approverNip)];
  return {
    on: String(record.on),
    textHash: hashText(textOf(record.description) ?? ''),
    approvedOn: textOf(record.approvedOn),
    approvedAtMs: approvedAt === undefined ? undefined : Date.parse(approvedAt),
    approverHash: approver === undefined ? undefined : hashText(approver),
  };
}
