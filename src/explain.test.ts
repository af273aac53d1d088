import { expect, it } from 'vitest';
import { HubError } from './base/hub-error.ts';
import { explain } from './explain.ts';

it.each([
  ['A month is written yyyy-mm.', 'For example: 2026-10', 'A month is written yyyy-mm. For example: 2026-10'],
  ['PORT is taken', 'Set another.', 'PORT is taken. Set another.'],
  ['PORT is taken', undefined, 'PORT is taken'],
])('“%s” and what to do are two sentences', (message, fix, told) => {
  expect(explain(new HubError('BAD_USER_INPUT', message, fix === undefined ? {} : { fix }))).toBe(told);
});

it('a fault of the hub shows where it happened', () => {
  expect(explain(new TypeError('x is not a function'))).toContain('explain.test.ts');
});
