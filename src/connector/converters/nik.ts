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
    if (text.length !== 16 || !isDigits(text)) throw new ConversionError('is not a NIK of 16 digits');
    return text;
  },
};

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at);
    if (digit < 48 || digit > 57) return false;
  }
  return true;
}
