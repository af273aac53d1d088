import { type Holiday, readHolidays } from './holidays.ts';

/** The days on which the city works: Monday to Friday without national holidays and collective leave. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean;
  /**
   * The n-th working day after `day`. None (0) is the day itself, or the next working day where it is none.
   * @throws RangeError for what is no day, or no whole number from 0.
   */
  addWorkingDays(day: string, count: number): string;
  /** Working days after `from` up to and with `until`; 0 when that is no later. */
  countWorkingDays(from: string, until: string): number;
  /** Whether the holidays of a year are known; of one that is not, only the weekends are left out. */
  isComplete(year: number): boolean;
  listHolidays(year: number): readonly Holiday[];
}

const DAY_MS = 86_400_000;
// Day 0 of the Unix epoch was a Thursday; counted from the Monday before it, weeks are whole.
const EPOCH_WEEKDAY = 3;
const WEEK = 7;
const WORKING_WEEK = 5;

/** Creates the calendar; each answer takes a search among the holidays only, however far the days lie apart. */
export function createWorkingCalendar(holidays: readonly Holiday[] = readHolidays()): WorkingCalendar {
  const free = [...new Set(holidays.map(({ day }) => toNumber(day)))].filter(isWeekday).sort((a, b) => a - b);
  const years = new Set(holidays.map(({ day }) => Number(day.slice(0, 4))));
  /** How many working days there were up to and with a day, from a beginning that cancels out. */
  const ordinalOf = (day: number): number => countWeekdays(day) - countUpTo(free, day);
  const isWorking = (day: number): boolean => ordinalOf(day) > ordinalOf(day - 1);
  /** The first day with this ordinal: each holiday that lies before the weekday moves it on by one. */
  const dayOf = (ordinal: number): number => {
    let passed = 0;
    for (;;) {
      const day = weekdayOf(ordinal + passed);
      const before = countUpTo(free, day);
      if (before === passed) return day;
      passed = before;
    }
  };
  return {
    isWorkingDay: (day) => isWorking(toNumber(day)),
    addWorkingDays: (day, count) => {
      if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('working days are a whole number from 0');
      const start = toNumber(day);
      if (count === 0 && isWorking(start)) return day;
      return toDay(dayOf(ordinalOf(start) + Math.max(count, 1)));
    },
    countWorkingDays: (from, until) => Math.max(0, ordinalOf(toNumber(until)) - ordinalOf(toNumber(from))),
    isComplete: (year) => years.has(year),
    listHolidays: (year) => holidays.filter(({ day }) => Number(day.slice(0, 4)) === year),
  };
}

function toNumber(day: string): number {
  const epochMs = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(epochMs)) throw new RangeError('a day is written YYYY-MM-DD');
  return epochMs / DAY_MS;
}

function toDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function isWeekday(day: number): boolean {
  return countWeekdays(day) > countWeekdays(day - 1);
}

/** Mondays to Fridays since the epoch's week, up to and with a day. */
function countWeekdays(day: number): number {
  const sinceMonday = day + EPOCH_WEEKDAY;
  const week = Math.floor(sinceMonday / WEEK);
  return week * WORKING_WEEK + Math.min(WORKING_WEEK, sinceMonday - week * WEEK + 1);
}

/** The weekday with this count. */
function weekdayOf(count: number): number {
  const week = Math.floor((count - 1) / WORKING_WEEK);
  return week * WEEK + (count - 1 - week * WORKING_WEEK) - EPOCH_WEEKDAY;
}

/** How many of the sorted days are no later than this one. */
function countUpTo(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
