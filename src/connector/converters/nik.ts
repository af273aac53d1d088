import { ConversionError, type Converter } from './converter.ts';

/**
 * A NIK: 16 digits of text. Oracle's TO_CHAR leaves a blank in front, which goes. Some systems write it as a JSON number:
 * one that JavaScript holds exactly lost nothing, any other is refused.
 */
export const nik: Converter = {
  name: 'nik',
  usage: 'nik',
  gives: ['NIK'],
  create: () => (value) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new ConversionError('is a NIK kept as a number, whose last digits are lost');
    }
    const text = typeof value === 'string' ? value.trim() : String(value);
    if (!/^\d{16}$/.test(text)) throw new ConversionError('is not a NIK of 16 digits');
    return text;
  },
};
