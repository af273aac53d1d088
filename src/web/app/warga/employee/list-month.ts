import { addDays } from '../day.ts';

/** A day of a month: reported on, a working day without a report, no working day, or still to come. */
export interface MonthDay {
  readonly on: string;
  readonly state: 'reported' | 'missing' | 'off' | 'ahead';
}

/** Lists the days of a month with what is known of each. */
export function listMonth(
  month: string,
  reported: ReadonlySet<string>,
  holidays: ReadonlySet<string>,
  today: string,
): MonthDay[] {
  const days: MonthDay[] = [];
  for (let on = `${month}-01`; on.startsWith(month); on = addDays(on, 1)) {
    const isWeekend = [0, 6].includes(new Date(on).getUTCDay());
    const state = reported.has(on)
      ? 'reported'
      : isWeekend || holidays.has(on)
        ? 'off'
        : on >= today
          ? 'ahead'
          : 'missing';
    days.push({ on, state });
  }
  return days;
}
