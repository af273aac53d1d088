import type { Language } from '../language/language.ts';

/** How numbers, money, days and times are written in one language; dates are those of Jambi (Asia/Jakarta). */
export interface Format {
  number(value: number, digits?: number): string;
  /** `Rp150.000`; whole rupiah. */
  rupiah(value: number): string;
  /** Of a share from 0 to 1. */
  percent(share: number, digits?: number): string;
  /** Of `2026-11-25`: `25 November 2026`. */
  date(day: string): string;
  /** `25 Nov 2026`. */
  shortDate(day: string): string;
  /** Of `2026-11`: `November 2026`. */
  month(month: string): string;
  shortMonth(month: string): string;
  /** Of an instant: `10.05` today, with its day otherwise. */
  moment(instant: string): string;
  /** `3 menit`, `2 jam`, `5 hari`: the largest unit that fits. */
  duration(seconds: number): string;
}

const TIME_ZONE = 'Asia/Jakarta';
const SMALLEST = ['second', 1] as const;
const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60], SMALLEST] as const;

/** Creates the format of a language. */
export function createFormat(language: Language): Format {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
  const long = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = date({ month: 'long', year: 'numeric' });
  const shortMonth = date({ month: 'short', year: '2-digit' });
  const time = date({ hour: '2-digit', minute: '2-digit' });
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 });
  const noonOf = (day: string) => new Date(`${day.length === 7 ? `${day}-01` : day.slice(0, 10)}T12:00:00+07:00`);
  const decimal = (digits: number, style: 'decimal' | 'percent') =>
    new Intl.NumberFormat(locale, { style, maximumFractionDigits: digits });
  const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return {
    number: (value, digits = 0) => decimal(digits, 'decimal').format(value),
    rupiah: (value) => `${value < 0 ? '−' : ''}Rp${money.format(Math.abs(value))}`,
    percent: (share, digits = 0) => decimal(digits, 'percent').format(share),
    date: (day) => long.format(noonOf(day)),
    shortDate: (day) => short.format(noonOf(day)),
    month: (value) => month.format(noonOf(value)),
    shortMonth: (value) => shortMonth.format(noonOf(value)),
    moment: (instant) => {
      const at = new Date(instant);
      const clock = time.format(at);
      return short.format(at) === short.format(new Date()) ? clock : `${short.format(at)}, ${clock}`;
    },
    duration: (seconds) => {
      const [name, size] = UNITS.find(([, length]) => seconds >= length) ?? SMALLEST;
      return unit(name).format(seconds / size);
    },
  };
}
