import type { Clock } from '../../base/clock.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { Log } from '../../base/log.ts';
import type { RunJob, ScheduledJob } from '../../ports/jobs.ts';
import { countReporting, listDueMonths } from '../../store/index.ts';
import { addMonths } from '../status/months.ts';
import { daysOfMonth } from './month.ts';
import { type MonthRunParts, runMonth } from './run-month.ts';

export interface MonthJobParts extends MonthRunParts {
  /** Days of a span that are no working days though they are no weekend. */
  listHolidays?(from: string, to: string): readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Looked at this often, and computed once a day, or sooner when a system has been read for the first time. */
export const allowanceSchedule: ScheduledJob = {
  system: 'city/tpp',
  name: 'tpp',
  id: 'tpp',
  data: {},
  every: { ms: 60_000 },
};

/** After the night's sweeps. */
const DAILY_HOUR = 4;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Creates what does the job: who reported, and the allowances of last month and of this one where they are due. */
export function createMonthJob(parts: MonthJobParts): RunJob {
  const { database, clock, log, listHolidays } = parts;
  return async ({ signal, reportProgress }) => {
    const today = formatJakartaDay(clock.now());
    const month = today.slice(0, 7);
    const months = [addMonths(month, -1), month];
    const span = { from: daysOfMonth(addMonths(month, -1)).from, to: today };
    const holidays = listHolidays?.(span.from, span.to) ?? [];
    const days = await countReporting(database, { ...span, holidays }, clock.now());
    if (days.length > 0) log.info('days of reporting were counted', { days: days.length });
    for (const due of await listDueMonths(database, months, lastHourOf(clock.now()))) {
      const begunMs = clock.now();
      const onProgress = (done: number, employees: number) =>
        reportProgress(employees > 0 ? Math.min(99, Math.floor((done / employees) * 100)) : 0);
      const outcome = await runMonth(parts, due, { nowMs: begunMs, signal, onProgress });
      if (outcome) log.info('allowances were computed', { month: due, ...outcome, tookMs: clock.now() - begunMs });
    }
  };
}

/** The last time that it was this hour of the day in Jakarta. */
function lastHourOf(nowMs: number): number {
  const at = Date.parse(`${formatJakartaDay(nowMs)}T00:00:00+07:00`) + DAILY_HOUR * HOUR_MS;
  return at <= nowMs ? at : at - DAY_MS;
}
