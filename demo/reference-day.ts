/** The city's fixed "today": ages, penalties and progress are computed as of this day, so every run is the same. */
export const REFERENCE_DAY = '2026-11-01';

const DAY_MS = 86_400_000;

/** Returns the day `days` after (or, when negative, before) an ISO day, without any time zone. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Writes an ISO day as the local PHP applications do: dd/mm/yyyy. */
export function slashedDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Returns completed years of age on the reference day. */
export function ageOn(birthDate: string, day: string = REFERENCE_DAY): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
