import { expect, it } from 'vitest';
import { foldWords } from './fold-words.ts';

it.each([
  ['Izin Praktik Dokter', ['izin', 'praktik', 'dokter']],
  ['Café, é dan É', ['cafe', 'e', 'dan', 'e']],
  ["KTP-el & AK-1; 'drop'", ['ktp', 'el', 'ak', '1', 'drop']],
  ['  !:*()  ', []],
])('folds %j into words without accents and signs', (text, words) => {
  expect(foldWords(text)).toEqual(words);
});
