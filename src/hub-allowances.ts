import { join } from 'node:path';
import { systemClock } from './base/clock.ts';
import {
  allowanceSchedule,
  createMonthJob,
  createRuleFinder,
  createServiceRules,
  readAllowanceRules,
} from './city/index.ts';
import type { HubParts } from './hub.ts';
import type { RunJob, ScheduledJob } from './ports/jobs.ts';
import type { ServiceRules } from './ports/service-rules.ts';
import { projectRoot } from './project-root.ts';

/** What is done for allowances (TPP) in the background. */
export interface HubAllowances {
  readonly runners: Readonly<Record<string, RunJob>>;
  readonly schedules: readonly ScheduledJob[];
}

/** The project's dated rules, and the city's calendar. @throws HubError CONFIG_INVALID for mistakes in them */
export function readAllowanceData(services: ServiceRules = createServiceRules()) {
  const findRule = createRuleFinder(readAllowanceRules(join(projectRoot, 'src/city/tpp/rules')));
  return { findRule, ...readCalendar(services) };
}

/** Wires the computation of allowances; nothing is done where the hub has no copies. */
export function createHubAllowances(
  { copies, log, clock = systemClock }: Pick<HubParts, 'copies' | 'log' | 'clock'>,
  services: ServiceRules,
): HubAllowances {
  if (!copies) return { runners: {}, schedules: [] };
  const { database, ring } = copies.runner;
  const tpp = createMonthJob({ database, keys: ring, clock, log, ...readAllowanceData(services) });
  return { runners: { tpp }, schedules: [allowanceSchedule] };
}

const DAY_MS = 86_400_000;

/** Working days of a month, and holidays of a span, by the city's calendar. */
function readCalendar({ countWorkingDays }: ServiceRules) {
  const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
  return {
    countWorkingDays: (month: string) => {
      const [year = 0, number = 0] = month.split('-').map(Number);
      const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
      return countWorkingDays(dayBefore(`${month}-01`), last);
    },
    listHolidays: (from: string, to: string) => {
      const days: string[] = [];
      for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) {
        const day = new Date(ms).toISOString().slice(0, 10);
        const weekday = new Date(ms).getUTCDay();
        if (weekday > 0 && weekday < 6 && countWorkingDays(dayBefore(day), day) === 0) days.push(day);
      }
      return days;
    },
  };
}
