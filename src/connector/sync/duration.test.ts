import { expect, it } from 'vitest';
import { readDuration } from './duration.ts';

it.each([
  ['30s', 30_000],
  ['5m', 300_000],
  ['12h', 43_200_000],
  ['3d', 259_200_000],
])('%s is %i milliseconds', (text, ms) => expect(readDuration(text)).toBe(ms));
