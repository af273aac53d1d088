import { ConversionError, type Converter, textOf } from './converter.ts';

/**
 * A number with a fraction. `decimal comma` reads Indonesian spelling (`1.234,5`), `decimal point` English (`1,234.5`);
 * without either, a number that only one of them can mean: `80,5` and `80.5`, but not `1.234`.
 */
export const decimal: Converter = {
  name: 'decimal',
  usage: 'decimal, or: decimal comma, decimal point',
  gives: ['Float'],
  maxArguments: 1,
  create: ([spelling]) => {
    if (spelling !== undefined && spelling !== 'comma' && spelling !== 'point')
      throw new ConversionError('knows only the spellings comma and point');
    return (value) => {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      const text = textOf(value).replace(/\s*%$/, '');
      const number = Number(normalize(text, spelling) ?? Number.NaN);
      if (Number.isNaN(number)) throw new ConversionError('is not a number, or one that can be read in two ways');
      return number;
    };
  },
};

function normalize(text: string, spelling: string | undefined): string | undefined {
  if (/^-?\d+$/.test(text)) return text;
  if (spelling !== 'point' && /^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(text) && !isThousands(text, ',', spelling))
    return text.replaceAll('.', '').replace(',', '.');
  if (spelling !== 'comma' && /^-?(\d+|\d{1,3}(,\d{3})+)\.\d+$/.test(text) && !isThousands(text, '.', spelling))
    return text.replaceAll(',', '');
  if (spelling === 'comma' && /^-?\d{1,3}(\.\d{3})+$/.test(text)) return text.replaceAll('.', '');
  if (spelling === 'point' && /^-?\d{1,3}(,\d{3})+$/.test(text)) return text.replaceAll(',', '');
  return undefined;
}

/** `1.234` may be one and a bit or, as the other half of the world writes it, a thousand and more. */
function isThousands(text: string, separator: ',' | '.', spelling: string | undefined): boolean {
  return spelling === undefined && text.split(separator).length === 2 && /^-?\d{1,3}[.,]\d{3}$/.test(text);
}
