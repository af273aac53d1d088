import type { Weekday } from '../../generated/graphql.ts';
import { addDays } from '../day.ts';

const WEEKDAYS: readonly Weekday[] = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
/** As far ahead as the hospital takes bookings. */
const MOST_DAYS = 30;

/** Lists the days on which a doctor who comes on these weekdays can be booked, from tomorrow on, without holidays. */
export function listDays(days: readonly (Weekday | null)[], today: string, holidays: ReadonlySet<string>): string[] {
  return Array.from({ length: MOST_DAYS }, (_, index) => addDays(today, index + 1)).filter(
    (day) => days.includes(weekdayOf(day)) && !holidays.has(day),
  );
}

export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? 'SUNDAY';
}
