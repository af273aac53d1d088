// Western Indonesia Time has no daylight saving and has been UTC+7 since 1964, so plain arithmetic is exact.
const OFFSET_MS = 7 * 3_600_000;

// Every answer of a legacy system is stamped, many within the same second.
let lastSecond = Number.NaN;
let lastText = '';

// Every call to a system with a daily quota asks what day it is.
const DAY_MS = 86_400_000;
let lastDay = Number.NaN;
let lastDayText = '';

/** An instant as ISO 8601 with Jakarta's offset, to the second, whatever time zone the process runs in. */
export function formatJakartaInstant(epochMs: number): string {
  const second = Math.floor(epochMs / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = `${new Date(epochMs + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
  }
  return lastText;
}

/** The calendar day in Asia/Jakarta, `YYYY-MM-DD`. */
export function formatJakartaDay(epochMs: number): string {
  const day = Math.floor((epochMs + OFFSET_MS) / DAY_MS);
  if (day !== lastDay) {
    lastDayText = new Date(epochMs + OFFSET_MS).toISOString().slice(0, 10);
    lastDay = day;
  }
  return lastDayText;
}

/** Seconds until the next midnight in Asia/Jakarta, when daily quotas begin anew. */
export function secondsToJakartaMidnight(epochMs: number): number {
  const secondOfDay = Math.floor((epochMs + OFFSET_MS) / 1000) % 86_400;
  return 86_400 - secondOfDay;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether year, month and day name a day that exists. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const days = DAYS_IN_MONTH[month - 1];
  if (days === undefined || day < 1) return false;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && isLeapYear ? 29 : days);
}
