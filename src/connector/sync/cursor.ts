import { formatJakartaDay, formatJakartaInstant } from '../../base/jakarta-time.ts';
import { ConversionError, type Convert, type ConverterScope, converters } from '../converters/index.ts';

/** How far a row is: a number that grows with every change, microseconds since the epoch where it is a time. */
export type Version = number;

/** The two directions of a column that grows with every change. */
export interface CursorFormat {
  /** The version of what stands in the column; undefined for "no date". @throws ConversionError */
  read(value: unknown): Version | undefined;
  /** A version as the system writes it, rounded down, so that asking from it on leaves nothing out. */
  write(version: Version): string;
  /** Whether time can be taken off it. */
  readonly isTime: boolean;
}

// Behind the seconds, before the end or the offset.
const FRACTION = /[.,](\d{1,9})(?=$|Z|[+-]\d\d:?\d\d$)/;

/**
 * Compiles `number`, `date <format>` or `datetime <format>`.
 * @throws ConversionError for anything else.
 */
export function compileCursorFormat(text: string, scope: ConverterScope): CursorFormat {
  const [name = '', ...args] = text.trim().split(/\s+/);
  if (name === 'number' && args.length === 0) return NUMBER;
  const converter = name === 'date' || name === 'datetime' ? converters.get(name) : undefined;
  if (!converter) throw new ConversionError('is none of: number, date <format>, datetime <format>');
  const convert = converter.create(args, scope);
  const format = args.join(' ').toLowerCase();
  if (format.includes('mmmm'))
    throw new ConversionError('has a month by its name, and later changes cannot be asked for by it');
  const readPlain = findPlainReader(format);
  return {
    read: (value) => readPlain?.(value) ?? readTime(value, convert),
    write: (version) => writeTime(version, format),
    isTime: true,
  };
}

const NUMBER: CursorFormat = {
  isTime: false,
  read: (value) => {
    if (value === null || value === undefined || value === '') return undefined;
    const version = typeof value === 'number' ? value : /^\d{1,16}$/.test(String(value)) ? Number(value) : Number.NaN;
    if (!Number.isSafeInteger(version)) throw new ConversionError('is not a whole number');
    return version;
  },
  write: String,
};

/** Reads the two ways in which most systems write times without the converter's detours; undefined for all else. */
function findPlainReader(format: string): ((value: unknown) => Version | undefined) | undefined {
  if (format === 'iso') return (value) => readPlainIso(value, 29) ?? readPlainIso(value, 25);
  if (format !== 'yyyy-mm-dd hh:mi:ss') return undefined;
  return (value) =>
    typeof value === 'string' && value.length === 19 && isPlain(value)
      ? versionOf(Date.parse(`${value.slice(0, 10)}T${value.slice(11)}+07:00`))
      : undefined;
}

// No year of ours begins otherwise, and the zeros of "no date" do.
const TWO = '2'.charCodeAt(0);

/** `2026-11-01T08:00:00+07:00`, and with three digits of the second. */
function readPlainIso(value: unknown, length: number): Version | undefined {
  if (typeof value !== 'string' || value.length !== length || value[length - 6] !== '+' || !isPlain(value))
    return undefined;
  return versionOf(Date.parse(value));
}

/** Whether nothing needs checking: Date.parse takes 30 February for 2 March, and 24:00 for the next day. */
function isPlain(value: string): boolean {
  return value.charCodeAt(0) === TWO && value.slice(8, 10) <= '28' && value.slice(11, 13) <= '23';
}

function versionOf(ms: number): Version | undefined {
  return Number.isNaN(ms) ? undefined : ms * 1000;
}

function readTime(value: unknown, convert: Convert): Version | undefined {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return undefined;
  const text = typeof value === 'string' ? value.trim() : value;
  const fraction = typeof text === 'string' ? FRACTION.exec(text)?.[1] : undefined;
  const instant = convert(fraction === undefined ? text : String(text).replace(FRACTION, ''));
  if (typeof instant !== 'string') return undefined;
  const ms = Date.parse(instant.length === 10 ? `${instant}T00:00:00+07:00` : instant);
  return ms * 1000 + (fraction === undefined ? 0 : Number(fraction.slice(0, 6).padEnd(6, '0')));
}

function writeTime(version: Version, format: string): string {
  const ms = Math.floor(version / 1000);
  const instant = formatJakartaInstant(ms);
  if (format === 'iso') return instant;
  const [year = '', month = '', day = ''] = formatJakartaDay(ms).split('-');
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    mm: month,
    dd: day,
    hh: instant.slice(11, 13),
    mi: instant.slice(14, 16),
    ss: instant.slice(17, 19),
  };
  return format.replace(/yyyy|mm|dd|hh|mi|ss/g, (part) => parts[part] ?? part);
}
