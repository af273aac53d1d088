import { expect, it } from 'vitest';
import { findMedian } from './find-median.ts';

it.each([
  ['nothing', [], undefined],
  ['one', [[7, 1]], 7],
  // 3 3 9: the middle one.
  [
    'an odd number',
    [
      [9, 1],
      [3, 2],
    ],
    3,
  ],
  // 3 5: (3 + 5) / 2.
  [
    'an even number',
    [
      [5, 1],
      [3, 1],
    ],
    4,
  ],
  // 1 1 1 1 30: one slow one does not move it.
  [
    'one slow one',
    [
      [1, 4],
      [30, 1],
    ],
    1,
  ],
  // Ten of 2, ten of 12: the tenth is 2, the eleventh 12.
  [
    'two halves',
    [
      [2, 10],
      [12, 10],
    ],
    7,
  ],
] as const)('the median of %s', (_what, histogram, median) => expect(findMedian(histogram)).toBe(median));
