import { ConversionError, type Converter, textOf } from './converter.ts';

const FORMATS: Readonly<Record<string, RegExp>> = {
  yyyymm: /^(?<year>\d{4})(?<month>\d{2})$/,
  'yyyy-mm': /^(?<year>\d{4})-(?<month>\d{2})$/,
  'mm/yyyy': /^(?<month>\d{1,2})\/(?<year>\d{4})$/,
  'mm-yyyy': /^(?<month>\d{1,2})-(?<year>\d{4})$/,
};

/** A month, `2026-10`, out of `month yyyymm`, `month mm/yyyy` and the like. */
export const month: Converter = {
  name: 'month',
  usage: `month <format>: ${Object.keys(FORMATS).join(', ')}`,
  gives: ['Month', 'String'],
  maxArguments: 1,
  create: ([format = '']) => {
    const pattern = FORMATS[format];
    if (!pattern) throw new ConversionError(`wants one of the formats ${Object.keys(FORMATS).join(', ')}`);
    return (value) => {
      const found = pattern.exec(textOf(value))?.groups;
      const number = Number(found?.month);
      if (!found || number < 1 || number > 12) throw new ConversionError('is not a month in this format');
      return `${found.year}-${String(number).padStart(2, '0')}`;
    };
  },
};
