import { code } from './codes.ts';
import { ConversionError, type Convert, type ConverterScope, textOf } from './converter.ts';

/** Turns a value of the graph into what a system wants to be asked by. */
export interface OutgoingConverter {
  readonly usage: string;
  readonly maxArguments: number;
  /** @throws ConversionError when the arguments are wrong, at start. */
  create(args: readonly string[], scope: ConverterScope): Convert;
}

/** Text as base64, as old applications want a number with slashes in an address. */
const base64: OutgoingConverter = {
  usage: 'base64',
  maxArguments: 0,
  create: () => (value) => Buffer.from(textOf(value), 'utf8').toString('base64'),
};

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day of the graph in a system's spelling: `day dd/mm/yyyy`. */
const day: OutgoingConverter = {
  usage: 'day <format>, for example: day dd/mm/yyyy',
  maxArguments: 1,
  create: ([format = '']) => {
    if (!/^(?:yyyy|mm|dd|[-/. ])+$/.test(format)) throw new ConversionError('takes a format of yyyy, mm and dd');
    return (value) => {
      const [, year = '', month = '', dayOfMonth = ''] = DAY.exec(textOf(value)) ?? [];
      if (year === '') throw new ConversionError('is not a day');
      return format.replace('yyyy', year).replace('mm', month).replace('dd', dayOfMonth);
    };
  },
};

/** Digits in groups with blanks between, as they are printed: `group 8 6 1 3` for a NIP. */
const group: OutgoingConverter = {
  usage: 'group <digits> …, for example: group 8 6 1 3',
  maxArguments: 10,
  create: (args) => {
    const lengths = args.map(Number);
    if (lengths.length === 0 || lengths.some((length) => !Number.isInteger(length) || length < 1))
      throw new ConversionError('takes how many digits stand in each group');
    const total = lengths.reduce((sum, length) => sum + length, 0);
    return (value) => {
      const text = textOf(value);
      if (text.length !== total) throw new ConversionError(`does not have ${total} digits`);
      const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
      return ends.map((end, index) => text.slice(end - (lengths[index] ?? 0), end)).join(' ');
    };
  },
};

/** Minutes as hours and minutes: 150 is `02:30`. */
const duration: OutgoingConverter = {
  usage: 'duration',
  maxArguments: 0,
  create: () => (value) => {
    const minutes = Number(textOf(value));
    if (!Number.isInteger(minutes) || minutes < 0) throw new ConversionError('is not a number of minutes');
    return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  },
};

/** The closed list of what may stand behind a value in `resolve`. */
export const outgoingConverters: ReadonlyMap<string, OutgoingConverter> = new Map([
  ['code', code],
  ['base64', base64],
  ['day', day],
  ['group', group],
  ['duration', duration],
]);
