import { expect, it } from 'vitest';
import { csrfTokenOf, isCsrfToken } from './csrf-token.ts';
import { drawCookie } from './session-cookies.ts';

const cookie = drawCookie();

it('the token of a session is its own, and is not its cookie', () => {
  expect(isCsrfToken(csrfTokenOf(cookie), cookie)).toBe(true);
  expect(csrfTokenOf(cookie)).not.toContain(cookie);
});

it.each([
  ['none', undefined],
  ['an empty one', ''],
  ['the cookie itself', cookie],
  ['another session’s', csrfTokenOf(drawCookie())],
  ['a part of it', csrfTokenOf(cookie).slice(0, -1)],
  ['several', [csrfTokenOf(cookie)]],
  ['one of as many characters and more bytes', 'é'.repeat(43)],
])('%s is refused', (_case, given) => {
  expect(isCsrfToken(given, cookie)).toBe(false);
});
