import { expect, it } from 'vitest';
import { errorCodes } from '../base/hub-error.ts';
import { listErrorCodes } from './error-catalogue.ts';

const listed = listErrorCodes();

it('every code that a client may meet is listed once, with words for people and for developers', () => {
  const codes = listed.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(errorCodes.filter((code) => !codes.includes(code))).toEqual(['CONFIG_INVALID']);
  for (const { sentence, meaning } of listed)
    expect([sentence, meaning]).toEqual([/\S/, /\S/].map((one) => expect.stringMatching(one)));
});

it('what passes by itself can be tried again, and what the caller must change cannot', () => {
  const retryable = new Map(listed.map(({ code, isRetryable }) => [code, isRetryable]));
  expect(retryable.get('OPD_UNAVAILABLE')).toBe(true);
  expect(retryable.get('BAD_USER_INPUT')).toBe(false);
});
