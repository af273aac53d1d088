import { tryConvert } from '../guess/convert-all.ts';

const DAY_MS = 86_400_000;
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** Writes a date, an instant or a month some days earlier, in its own spelling; one that cannot be read stays blank. */
export function shiftDate(pipe: string, value: string | number, days: number): string | number {
  const read = tryConvert(pipe, value);
  if (typeof read !== 'string') return value;
  const shifted = pipe.startsWith('month') ? shiftMonth(read, days) : shiftDay(read, days);
  const format = pipe.replace(/^\w+ /, '');
  const text = format === 'iso' ? shifted : writeDate(format, shifted);
  return typeof value === 'number' ? Number(text) : text;
}

/** `2025-10-16`, or an instant of Jakarta, whose time of day moves too. */
function shiftDay(iso: string, days: number): string {
  const [day = '', time] = iso.split('T');
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
  const clock =
    time === undefined ? '' : `T${String((Number(time.slice(0, 2)) + days) % 24).padStart(2, '0')}${time.slice(2)}`;
  return moved + clock;
}

/** By whole months, of which there are as many as weeks in the days. */
function shiftMonth(month: string, days: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 - Math.max(1, Math.floor(days / 7));
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

function writeDate(format: string, iso: string): string {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d):(\d\d):(\d\d))?/.exec(iso) ?? [];
  const parts: Readonly<Record<string, string>> = {
    mmmm: MONTHS[Number(month) - 1] ?? '',
    yyyy: year,
    mm: month,
    dd: day,
    hh: hour,
    mi: minute,
    ss: second,
  };
  return format.replace(/mmmm|yyyy|mm|dd|hh|mi|ss/g, (part) => parts[part] ?? part);
}
