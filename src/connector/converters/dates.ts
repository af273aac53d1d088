import { formatJakartaInstant, isRealDay } from '../../base/jakarta-time.ts';
import { ConversionError, type Convert, type Converter, textOf } from './converter.ts';
import { compileFixedDay } from './fixed-day.ts';

const MONTHS = [
  ['januari', 'jan'],
  ['februari', 'feb', 'pebruari'],
  ['maret', 'mar'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'agu', 'ags', 'agt'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov', 'nopember'],
  ['desember', 'des'],
] as const; // prettier-ignore
const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name as string, index + 1] as const)),
);

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  mm: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  mmmm: '(?<monthName>[a-zA-Z]+)',
  hh: '(?<hour>\\d{1,2})',
  mi: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
};

/**
 * A calendar day. Formats are written with `yyyy`, `mm`, `dd` and `mmmm` for an Indonesian month name. A date of zeros,
 * which databases keep for "no date", becomes null.
 */
export const date: Converter = {
  name: 'date',
  usage: 'date <format>, for example: date dd/mm/yyyy',
  gives: ['Date'],
  maxArguments: Number.POSITIVE_INFINITY,
  create: (args) => {
    const format = args.join(' ').toLowerCase();
    const pattern = compileFormat(format);
    const readFixed = compileFixedDay(format);
    return (value) => {
      const day = readFixed?.(value);
      if (day !== undefined) return day;
      const groups = match(pattern, value);
      return groups === null ? null : dayOf(groups);
    };
  },
};

/** An instant, read as Jakarta's time: `datetime yyyy-mm-dd hh:mi:ss`; `datetime iso` reads one that carries its offset. */
export const datetime: Converter = {
  name: 'datetime',
  usage: 'datetime <format>, for example: datetime yyyy-mm-dd hh:mi:ss (Jakarta time), or: datetime iso',
  gives: ['DateTime'],
  maxArguments: Number.POSITIVE_INFINITY,
  create: (args): Convert => {
    const format = args.join(' ');
    if (format === 'iso') return readIso;
    const pattern = compileFormat(format);
    return (value) => {
      const groups = match(pattern, value);
      if (groups === null) return null;
      const { hour = '00', minute = '00', second = '00' } = groups;
      if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
        throw new ConversionError('is not a time of day');
      return `${dayOf(groups)}T${hour.padStart(2, '0')}:${minute}:${second}+07:00`;
    };
  },
};

const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>[01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

// What most systems of the city write, and what the graph shows: nothing to convert but the day to check.
const JAKARTA_ISO = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/;

function readIso(value: unknown): string | null {
  const text = textOf(value);
  if (JAKARTA_ISO.test(text)) {
    if (isRealDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))) return text;
  }
  if (text.startsWith('0000-00-00')) return null;
  const groups = ISO.exec(text)?.groups;
  // Date.parse takes 30 February for 2 March.
  if (groups) dayOf(groups);
  const epochMs = groups ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(epochMs)) throw new ConversionError('is not an ISO 8601 instant with an offset');
  return formatJakartaInstant(epochMs);
}

type Groups = Readonly<Partial<Record<string, string>>>;

function match(pattern: RegExp, value: unknown): Groups | null {
  const text = textOf(value);
  // "No date" as databases write it, whatever their format: 00-00-0000, 0000-00-00 00:00:00.
  if (/^0[0\s/.:-]*$/.test(text)) return null;
  const groups = pattern.exec(text)?.groups;
  if (groups) return groups;
  throw new ConversionError('does not have the date format that the connector file says');
}

function dayOf({ year = '', month, monthName, day = '' }: Groups): string {
  const monthNumber = monthName === undefined ? Number(month) : (MONTH_NUMBER.get(monthName.toLowerCase()) ?? 0);
  if (!isRealDay(Number(year), monthNumber, Number(day))) throw new ConversionError('is not a day of the calendar');
  return `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function compileFormat(format: string): RegExp {
  const seen = new Set<string>();
  const body = format.toLowerCase().replace(/mmmm|yyyy|mm|dd|hh|mi|ss|[^a-z]+|[a-z]+/g, (part) => {
    const token = TOKENS[part];
    if (token) {
      if (seen.has(part))
        throw new ConversionError(`has the date part "${part}" twice${part === 'mm' ? '; minutes are mi' : ''}`);
      seen.add(part);
      return token;
    }
    if (/[a-z]/.test(part))
      throw new ConversionError(`has the unknown date part "${part}"; known: yyyy mm mmmm dd hh mi ss`);
    return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  });
  if (seen.has('mm') && seen.has('mmmm')) throw new ConversionError('has two parts for the month: mm and mmmm');
  const hasDay = ['year', 'day'].every((name) => body.includes(`<${name}>`)) && /<month(Name)?>/.test(body);
  if (!hasDay) throw new ConversionError('wants a format with day, month and year, for example: dd/mm/yyyy');
  // Parts that touch, as in yyyymmdd, need all their digits: 2026112 could be January or November.
  const isTight = /(?:yyyy|mm|dd|hh|mi|ss){2}/i.test(format.replace(/mmmm/gi, ''));
  return new RegExp(`^${isTight ? body.replaceAll('{1,2}', '{2}') : body}$`);
}
