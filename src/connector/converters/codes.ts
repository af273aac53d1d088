import { ConversionError, type Converter, textOf } from './converter.ts';

/** Looks a code up in a table of the connector file; `"*"` in the table stands for every other code. */
export const code: Converter = {
  name: 'code',
  usage: 'code <table>',
  gives: ['*'],
  maxArguments: 1,
  create: ([name = ''], scope) => {
    const table = scope.findCodeTable(name);
    if (!table) throw new ConversionError(`names the code table "${name}", which this file does not have under codes`);
    const hasDefault = table.has('*');
    return (value) => {
      const known = table.get(textOf(value));
      if (known !== undefined) return known;
      if (hasDefault) return table.get('*');
      throw new ConversionError(`is a code that the table "${name}" does not know`);
    };
  },
};

const TRUE = new Set(['1', 'true', 't', 'y', 'ya', 'yes', 'aktif']);
const FALSE = new Set(['0', 'false', 'f', 'n', 'tidak', 'no', 'nonaktif']);

/** True or false out of the spellings that Indonesian applications use. */
export const bool: Converter = {
  name: 'bool',
  usage: 'bool',
  gives: ['Boolean'],
  maxArguments: 0,
  create: () => (value) => {
    const text = textOf(value).toLowerCase();
    if (TRUE.has(text)) return true;
    if (FALSE.has(text)) return false;
    throw new ConversionError('is neither yes nor no');
  },
};
