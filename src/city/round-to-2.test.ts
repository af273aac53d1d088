import { expect, it } from 'vitest';
import { roundTo2 } from './round-to-2.ts';

it.each([
  // In binary 1.005 × 100 is a little less than 100.5, and 94.975 × 100 a little less than 9497.5.
  [1.005, 1.01],
  [94.975, 94.98],
  [90.00000000000001, 90],
  [66.66666, 66.67],
  [-1.005, -1.01],
  [-0.001, 0],
  [0, 0],
])('%d is %d', (value, rounded) => expect(roundTo2(value)).toBe(rounded));
