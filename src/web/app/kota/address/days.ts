const DAY_MS = 86_400_000;
const jakarta = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' });

/** The day that it is in Jambi. */
export function today(): string {
  return jakarta.format(new Date());
}

export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // 30 February becomes a day of March, and month 13 none at all.
  return new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false;
}

export function isMonth(text: string): boolean {
  return isDay(`${text}-01`);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** `2026-01` and -1 make `2025-12`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

export function lastDayOf(month: string): string {
  return new Date(Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** The same day a year before; 28 February of a 29th. */
export function yearBefore(day: string): string {
  const month = addMonths(monthOf(day), -12);
  const last = lastDayOf(month);
  const same = `${month}${day.slice(7)}`;
  return same < last ? same : last;
}

/** Whole days from one instant or day until another. */
export function daysBetween(from: string, until: string): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / DAY_MS);
}
