import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readHolidays } from './holidays.ts';
import { createWorkingCalendar } from './working-calendar.ts';

interface Case {
  readonly kind: 'add' | 'count';
  readonly from: string;
  readonly n: string;
  readonly until: string;
  readonly arithmetic: string;
}

const cases = parse(readFileSync(new URL('cases.csv', import.meta.url), 'utf8'), {
  columns: true,
  comment: '#',
}) as Case[];
const calendar = createWorkingCalendar();

describe('the city’s working days', () => {
  it.each(cases)('$kind: $from, $n → $until ($arithmetic)', ({ kind, from, n, until }) => {
    if (kind === 'add') expect(calendar.addWorkingDays(from, Number(n))).toBe(until);
    else expect(calendar.countWorkingDays(from, until)).toBe(Number(n));
  });

  it('say which days are still to be confirmed', () => {
    const uncertain = calendar.listHolidays(2026).filter(({ isCertain }) => !isCertain);
    expect(uncertain.map(({ day }) => day)).toContain('2026-06-16');
    expect(calendar.isWorkingDay('2026-06-16')).toBe(false);
  });

  it('know of years without holidays that they do', () => {
    expect([2024, 2025, 2026, 2027].map((year) => calendar.isComplete(year))).toEqual([false, true, true, false]);
    expect(calendar.isWorkingDay('2024-01-01')).toBe(true);
  });

  it('come out the same as counting day by day, over five years and for each distance', () => {
    const free = new Set(readHolidays().map(({ day }) => day));
    const days: string[] = [];
    for (let ms = Date.UTC(2023, 11, 20); ms < Date.UTC(2028, 0, 10); ms += 86_400_000)
      days.push(new Date(ms).toISOString().slice(0, 10));
    const works = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !free.has(day);
    const worked = days.filter(works);
    for (const [index, from] of days.slice(0, -400).entries()) {
      const until = days[index + (index % 390)] ?? from;
      const between = worked.filter((day) => day > from && day <= until);
      expect(calendar.countWorkingDays(from, until), `${from} ${until}`).toBe(between.length);
      const count = (index % 60) + 1;
      expect(calendar.addWorkingDays(from, count), `${from} + ${count}`).toBe(
        worked.filter((day) => day > from)[count - 1],
      );
    }
  });

  it('refuse what is no day or no count', () => {
    expect(() => calendar.addWorkingDays('kemarin', 1)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays('2026-11-24', 1.5)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays('2026-11-24', -1)).toThrow(RangeError);
  });
});
