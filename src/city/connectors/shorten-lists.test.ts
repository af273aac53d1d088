import { expect, it } from 'vitest';
import { shortenLists } from './shorten-lists.ts';

it('a long list is cut wherever it stands, and says how much is not there', () => {
  const value = { data: [{ list: [1, 2, 3] }, 2], text: 'x', nothing: null };
  expect(shortenLists(value, 2)).toEqual({ data: [{ list: [1, 2, '… 1 more'] }, 2], text: 'x', nothing: null });
});
