import { type Converter, textOf } from './converter.ts';

/** Text without any blanks in it, for numbers that are typed with and without: `BH 1234 AB`, `BH1234AB`. */
export const squeeze: Converter = {
  name: 'squeeze',
  usage: 'squeeze',
  gives: ['String', 'ID'],
  maxArguments: 0,
  create: () => (value) => textOf(value).replace(/\s+/g, '') || null,
};
