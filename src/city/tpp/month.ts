import { HubError } from '../../base/hub-error.ts';

/** Reads a month, `YYYY-MM`. @throws HubError BAD_USER_INPUT */
export function readMonthName(text: string): string {
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new HubError('BAD_USER_INPUT', 'A month is written yyyy-mm.', { fix: 'For example: 2026-10' });
}

/** The month so many months later, or before where it is less than 0. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The first day of a month, and of the one after. */
export function daysOfMonth(month: string): { readonly from: string; readonly until: string } {
  return { from: `${month}-01`, until: `${addMonths(month, 1)}-01` };
}
