import { expect, it } from 'vitest';
import { findDated } from './dated-entry.ts';

const entry = (from: string, until?: string) => ({ from, ...(until && { until }), source: 's', isDefault: false });
const entries = [entry('2024-01-01', '2025-12-31'), entry('2020-01-01', '2024-06-30'), entry('2027-01-01')];

it.each([
  ['2019-12-31', undefined],
  ['2020-01-01', '2020-01-01'],
  ['2023-12-31', '2020-01-01'],
  // Both hold: the later one was made to replace the other.
  ['2024-01-01', '2024-01-01'],
  ['2025-12-31', '2024-01-01'],
  ['2026-01-01', undefined],
  ['2030-01-01', '2027-01-01'],
])('on %s the entry since %s holds', (day, from) => expect(findDated(entries, day)?.from).toBe(from));
