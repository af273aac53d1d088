import { ConversionError, type Converter, textOf } from './converter.ts';

/**
 * How well what was asked fits, from 0 to 100, out of Dukcapil's words: "Sesuai" is 100, "Sesuai (95)" is 95, "Tidak
 * Sesuai" is 0.
 */
export const matchScore: Converter = {
  name: 'matchScore',
  usage: 'matchScore',
  gives: ['Int'],
  maxArguments: 0,
  create: () => (value) => {
    const words = textOf(value).toLowerCase();
    if (words === 'sesuai') return 100;
    if (words === 'tidak sesuai') return 0;
    const score = Number(/^sesuai \((\d{1,3})\)$/.exec(words)?.[1] ?? Number.NaN);
    if (score >= 0 && score <= 100) return score;
    throw new ConversionError('is neither "Sesuai", "Sesuai (n)" nor "Tidak Sesuai"');
  },
};
