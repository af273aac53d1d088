import { expect, it } from 'vitest';
import { errorCodes } from '../base/hub-error.ts';
import { sentenceFor } from './messages.ts';

const FAULT = sentenceFor('INTERNAL', undefined, undefined);

it.each(errorCodes.filter((code) => code !== 'INTERNAL' && code !== 'CONFIG_INVALID'))(
  '%s has a sentence of its own',
  (code) => {
    expect(sentenceFor(code, undefined, 5)).not.toBe(FAULT);
  },
);

it('a code that is a word of the language has the one of a fault', () => {
  expect(sentenceFor('constructor', undefined, undefined)).toBe(FAULT);
});
