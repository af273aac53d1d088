import { ConversionError, type Converter, textOf } from './converter.ts';

/**
 * A NIK: 16 digits of text. Oracle's TO_CHAR leaves a blank in front, which goes. Some systems write it as a JSON number:
 * one that JavaScript holds exactly lost nothing, any other is refused.
 */
export const nik: Converter = {
  name: 'nik',
  usage: 'nik',
  gives: ['NIK'],
  maxArguments: 0,
  create: () => (value) => {
    const text = textOf(value);
    if (!/^\d{16}$/.test(text)) throw new ConversionError('is not a NIK of 16 digits');
    return text;
  },
};
