import { expect, it } from 'vitest';
import { addDays, countWorkingDays, monthBefore } from './day.ts';

it('counts working days without weekends and the city’s holidays', () => {
  // Friday to the second Monday after.
  expect(countWorkingDays('2026-11-06', '2026-11-16', new Set())).toBe(6);
  expect(countWorkingDays('2026-11-06', '2026-11-16', new Set(['2026-11-10', '2026-11-14']))).toBe(5);
  expect(countWorkingDays('2026-11-16', '2026-11-16', new Set())).toBe(0);
});

it('goes over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(monthBefore('2026-01')).toBe('2025-12');
});
