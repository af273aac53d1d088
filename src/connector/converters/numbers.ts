import { ConversionError, type Converter, textOf } from './converter.ts';

/**
 * A whole number, also one written as text. `1.000` is refused: it may be one or, as Indonesia writes it, a thousand;
 * `int dots` reads it as a thousand.
 */
export const int: Converter = {
  name: 'int',
  usage: 'int, or: int dots (1.500 is 1500)',
  gives: ['Int'],
  maxArguments: 1,
  create: ([spelling]) => {
    if (spelling !== undefined && spelling !== 'dots') throw new ConversionError('knows only the spelling dots');
    const hasDots = spelling === 'dots';
    return (value) => {
      const given = textOf(value);
      const text = hasDots && /^-?\d{1,3}(\.\d{3})+$/.test(given) ? given.replaceAll('.', '') : given;
      const number = Number(text);
      if (!/^-?\d+(\.0{1,2})?$/.test(text) || !Number.isInteger(number) || Math.abs(number) > 2_147_483_647) {
        throw new ConversionError('is not a whole number that fits Int');
      }
      return number;
    };
  },
};

/**
 * Whole rupiah out of `250000`, `250000.00`, `Rp 1.250.000`, `1.250.000,00` or `1,250,000`. Sen are refused unless they
 * are zero: rounding somebody's debt is not the hub's to do.
 */
export const rupiah: Converter = {
  name: 'rupiah',
  usage: 'rupiah',
  gives: ['Rupiah'],
  maxArguments: 0,
  create: () => (value) => {
    if (typeof value === 'string') {
      const plain = readDottedAmount(value);
      if (plain !== undefined) return plain;
    }
    const text = textOf(value)
      .replace(/^rp\.?\s*/i, '')
      .replace(/,-$/, '');
    const digits = wholeRupiah(text);
    const amount = Number(digits);
    if (digits === undefined || !Number.isSafeInteger(amount))
      throw new ConversionError('is not an amount in whole rupiah');
    return amount;
  },
};

/**
 * The commonest spellings, `1250000` and `Rp 1.250.000`, letter by letter: five regular expressions cost ten times as
 * much, and a list of bills has five amounts a row. Undefined for anything else, which is not yet a refusal.
 */
function readDottedAmount(text: string): number | undefined {
  let at = /^rp/i.test(text) ? 2 : 0;
  while (text.charCodeAt(at) === BLANK) at++;
  let amount = 0;
  let inGroup = 0;
  let groups = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      amount = amount * 10 + digit;
      inGroup++;
    } else if (text[at] === '.' && (groups === 0 ? inGroup >= 1 && inGroup <= 3 : inGroup === 3)) {
      groups++;
      inGroup = 0;
    } else return undefined;
  }
  const isWhole = groups === 0 ? inGroup > 0 : inGroup === 3;
  return isWhole && Number.isSafeInteger(amount) ? amount : undefined;
}

const ZERO = 48;
const BLANK = 32;

function wholeRupiah(text: string): string | undefined {
  if (/^-?\d+$/.test(text)) return text;
  if (/^-?\d+[.,]0{1,2}$/.test(text)) return text.replace(/[.,]0+$/, '');
  if (/^-?\d{1,3}(\.\d{3})+(,0{1,2})?$/.test(text)) return text.replace(/,.*$/, '').replaceAll('.', '');
  if (/^-?\d{1,3}(,\d{3})+(\.0{1,2})?$/.test(text)) return text.replace(/\..*$/, '').replaceAll(',', '');
  return undefined;
}

/** Digits filled up with zeros in front, as RT and RW are written: `pad 3` makes `007` of 7. */
export const pad: Converter = {
  name: 'pad',
  usage: 'pad <digits>',
  gives: ['String'],
  maxArguments: 1,
  create: ([width]) => {
    const digits = Number(width);
    if (!Number.isInteger(digits) || digits < 1 || digits > 30)
      throw new ConversionError('wants a number of digits, for example: pad 3');
    return (value) => {
      const text = textOf(value);
      if (!/^\d+$/.test(text)) throw new ConversionError('is not made of digits');
      return text.padStart(digits, '0');
    };
  },
};
