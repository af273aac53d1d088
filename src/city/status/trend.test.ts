import { describe, expect, it } from 'vitest';
import type { OpdMonthSum } from './figure-provider.ts';
import { providerOf } from './testing/provider-of.ts';
import { compareYears, lastMonthEnd, readTrend } from './trend.ts';

const sum = (month: string, opd: string, name: string, amount: number): OpdMonthSum => ({ month, opd, name, amount });

const LATER = '2026-12-31';
const provider = providerOf('application', [
  sum('2025-11', 'dlh', 'received', 10),
  sum('2025-12', 'dlh', 'decided', 4),
  sum('2026-01', 'dlh', 'received', 7),
  sum('2026-01', 'dpmptsp', 'received', 3),
  sum('2026-03', 'dlh', 'decided', 8),
  sum('2026-01', 'dlh', 'onTime', 3),
  sum('2026-01', 'dlh', 'late', 1),
]);
type Question = Parameters<typeof readTrend>;
const valuesOf = async (
  of: Question[0],
  name: Question[1],
  by: Question[2],
  span: Omit<Question[3], 'on'>,
  on = LATER,
) =>
  Object.fromEntries(
    (await readTrend(of, name, by, { ...span, on })).map(({ key, points }) => [key, points.map(({ value }) => value)]),
  );

describe('a trend', () => {
  it('of how something stands is told at the end of each month', async () => {
    const span = { from: '2025-11', to: '2026-03' };
    // dlh: 10, 10 - 4 = 6, 6 + 7 = 13, 13, 13 - 8 = 5; dpmptsp: 3 from January on.
    expect(await valuesOf(provider, 'OPEN_APPLICATIONS', 'OPD', span)).toEqual({
      dlh: [10, 6, 13, 13, 5],
      dpmptsp: [0, 0, 3, 3, 3],
    });
    expect(await valuesOf(provider, 'OPEN_APPLICATIONS', 'CITY', span)).toEqual({ '*': [10, 6, 16, 16, 8] });
    expect(await valuesOf(provider, 'OPEN_APPLICATIONS', 'CITY', { ...span, opd: 'dpmptsp' })).toEqual({
      '*': [0, 0, 3, 3, 3],
    });
  });

  it('of what came about is told of each month alone, and of months without it nothing', async () => {
    expect(await valuesOf(provider, 'SLA_COMPLIANCE', 'CITY', { from: '2025-12', to: '2026-02' })).toEqual({
      '*': [undefined, 0.75, undefined],
    });
  });

  it('of the end of the year goes on in the next', async () => {
    expect(
      (await readTrend(provider, 'OPEN_APPLICATIONS', 'CITY', { from: '2025-12', to: '2026-01', on: LATER }))[0]
        ?.points,
    ).toEqual([
      { month: '2025-12', value: 6 },
      { month: '2026-01', value: 16 },
    ]);
  });

  it('of how something stands stops at the day it is asked on: a deadline that is still to come is no delay yet', async () => {
    const deadlines = providerOf('application', [
      sum('2026-09', 'dlh', 'overdueFrom', 5),
      sum('2026-10', 'dlh', 'overdueFrom', 3),
      sum('2026-10', 'dlh', 'overdueUntil', 1),
      // The provider of this test tells a month's at its last day, so all of November's are still to come.
      sum('2026-11', 'dlh', 'overdueFrom', 4),
      sum('2026-12', 'dlh', 'overdueFrom', 2),
    ]);
    const overdue = (from: string, to: string, on: string) =>
      valuesOf(deadlines, 'OVERDUE_APPLICATIONS', 'OPD', { from, to }, on);
    expect(await overdue('2026-09', '2026-11', '2026-11-24')).toEqual({ dlh: [5, 7, 7] });
    // Nobody knows how it will stand in a month that has not begun.
    expect(await overdue('2026-10', '2026-12', '2026-11-24')).toEqual({ dlh: [7, 7, undefined] });
    expect(await overdue('2026-10', '2026-11', '2026-11-30')).toEqual({ dlh: [7, 11] });
    expect(await overdue('2026-09', '2026-10', '2026-11-24')).toEqual({ dlh: [5, 7] });
  });

  it.each([
    ['2026-03', '2026-01'],
    ['2010-01', '2026-01'],
  ])('from %s to %s is refused', async (from, to) => {
    await expect(readTrend(provider, 'OPEN_APPLICATIONS', 'CITY', { from, to, on: LATER })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('years beside each other', () => {
  it('show how it stood at the end of each, and this year’s on the day', async () => {
    const rows = await compareYears(provider, 'OPEN_APPLICATIONS', [2025, 2026, 2027], '2026-02-28');
    expect(Object.fromEntries(rows)).toEqual({ dlh: [6, 13, undefined], dpmptsp: [undefined, 3, undefined] });
  });

  it.each([[[]], [[1999]], [[2026.5]], [Array.from({ length: 11 }, (_, index) => 2015 + index)]])(
    'are refused for %j',
    async (years) => {
      await expect(compareYears(provider, 'IKM', years, '2026-02-28')).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    },
  );
});

it.each([
  ['2026-11-24', '2026-10-31'],
  ['2026-01-01', '2025-12-31'],
  ['2024-03-31', '2024-02-29'],
])('the end of the month before %s is %s', (day, end) => expect(lastMonthEnd(day)).toBe(end));
