import { HubError } from '../../base/hub-error.ts';
import { addMonths } from '../status/months.ts';

/** Reads a month, `YYYY-MM`. @throws HubError BAD_USER_INPUT */
export function readMonthName(text: string): string {
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new HubError('BAD_USER_INPUT', 'A month is written yyyy-mm.', { fix: 'For example: 2026-10' });
}

/** The first day of a month, and of the one after. */
export function daysOfMonth(month: string): { readonly from: string; readonly until: string } {
  return { from: `${month}-01`, until: `${addMonths(month, 1)}-01` };
}
