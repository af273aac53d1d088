import { ConversionError, type Converter, textOf } from './converter.ts';

/** The first letters of a text, where a system puts more behind it than is wanted: `first 10`. */
export const first: Converter = {
  name: 'first',
  usage: 'first <letters>',
  gives: ['String', 'ID'],
  maxArguments: 1,
  create: ([count = '']) => {
    const letters = Number(count);
    if (!Number.isInteger(letters) || letters < 1) throw new ConversionError('wants a number of letters: first 10');
    return (value) => textOf(value).slice(0, letters);
  },
};
