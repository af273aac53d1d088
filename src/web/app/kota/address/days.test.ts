import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween, isDay, isMonth, lastDayOf, yearBefore } from './days.ts';

describe('days of the board', () => {
  it.each([
    ['2026-11-25', true],
    ['2026-02-30', false],
    ['kemarin', false],
    [null, false],
  ])('%s is one: %s', (text, is) => expect(isDay(text)).toBe(is));

  it.each([
    ['2026-10', true],
    ['2026-13', false],
    ['2026', false],
  ])('%s is a month: %s', (text, is) => expect(isMonth(text)).toBe(is));

  it('count months over years and know how long each is', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-11', -11)).toBe('2025-12');
    expect([lastDayOf('2026-12'), lastDayOf('2028-02')]).toEqual(['2026-12-31', '2028-02-29']);
  });

  it('a year before a leap day is the last of February', () => {
    expect(yearBefore('2028-02-29')).toBe('2027-02-28');
    expect(yearBefore('2026-11-25')).toBe('2025-11-25');
  });

  it('between instants are whole ones', () => {
    expect(daysBetween('2026-10-30T15:00:00+07:00', '2026-11-25T08:00:00+07:00')).toBe(25);
  });
});
