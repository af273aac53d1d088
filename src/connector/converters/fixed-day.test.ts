import { describe, expect, it } from 'vitest';
import { compileFixedDay } from './fixed-day.ts';

describe('a day in fixed places', () => {
  it.each([
    ['dd/mm/yyyy', '21/09/2026', '2026-09-21'],
    ['yyyy-mm-dd', '2024-02-29', '2024-02-29'],
    ['yyyymmdd', '20261231', '2026-12-31'],
    ['mm.dd.yyyy', '09.21.2026', '2026-09-21'],
  ])('%s reads %s', (format, text, day) => {
    expect(compileFixedDay(format)?.(text)).toBe(day);
  });

  it.each([
    ['dd/mm/yyyy', '1/9/2026'],
    ['dd/mm/yyyy', '21-09-2026'],
    ['dd/mm/yyyy', '29/02/2026'],
    ['dd/mm/yyyy', '00/00/0000'],
    ['dd/mm/yyyy', '21/09/20x6'],
    ['dd/mm/yyyy', 'ab/09/2026'],
    ['dd/mm/yyyy', '21/0 /2026'],
    ['dd/mm/yyyy', ' 21/09/2026'],
    ['dd/mm/yyyy', 20260921],
  ])('%s leaves %j to the whole converter', (format, value) => {
    expect(compileFixedDay(format)?.(value)).toBeUndefined();
  });

  it.each(['dd mmmm yyyy', 'dd/mm', 'yyyy', 'dd mm yyyy'])('%s is no format of fixed places', (format) => {
    expect(compileFixedDay(format)).toBeUndefined();
  });
});
