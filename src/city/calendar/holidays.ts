import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A day of the week on which the city does not work. */
export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly name: string;
  readonly kind: 'libur nasional' | 'cuti bersama';
  /** False where the day was still to be confirmed when the data were made. */
  readonly isCertain: boolean;
}

interface HolidayRow {
  readonly date: string;
  readonly name: string;
  readonly kind: Holiday['kind'];
  readonly certain: string;
}

/** The file as it is, so that what was computed by another one can be told apart. */
export const holidayText = readFileSync(new URL('hari-libur.csv', import.meta.url), 'utf8');

/** The holidays that hari-libur.csv knows, by day; its head says where they are from. */
export function readHolidays(): readonly Holiday[] {
  const rows = parse(holidayText, { columns: true, comment: '#', trim: true }) as readonly HolidayRow[];
  return rows.map(({ date, name, kind, certain }) => ({ day: date, name, kind, isCertain: certain === 'yes' }));
}
