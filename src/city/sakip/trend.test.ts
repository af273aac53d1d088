import { expect, it } from 'vitest';
import type { SakipYearScore } from '../../ports/sakip-scores.ts';
import { findOpd, type RegisteredOpd } from '../registry/opd-registry.ts';
import { addChanges, listTrend } from './trend.ts';

const score = (year: number, total: number | undefined, opd = 'dlh'): SakipYearScore => ({
  opd,
  year,
  reported: { total, predicate: undefined },
  recomputed: { total, predicate: undefined, difference: undefined, missing: [], isDefault: true },
  asOfMs: 0,
});

it('tells the change from the year before, and none where one of the two is not known or not alone', () => {
  const line = [
    [score(2019, 60.5)],
    // 62.2 − 60.5
    [score(2020, 62.2)],
    [],
    [score(2022, 70)],
    [score(2023, undefined)],
    [score(2024, 71)],
    [score(2025, 72), score(2025, 73, 'lain')],
    [score(2026, 74)],
  ];
  expect(addChanges(line).map(({ year, change }) => [year, change])).toEqual([
    [2019, undefined],
    [2020, 1.7],
    [2022, undefined],
    [2023, undefined],
    [2024, undefined],
    [2025, undefined],
    [2025, undefined],
    [2026, undefined],
  ]);
});

it('goes back to the predecessor, and to nobody else', async () => {
  const all = [score(2016, 50, 'dispenda'), score(2016, 90, 'dlh'), score(2017, 55, 'bpprd')];
  const trend = await listTrend({ listScores: async () => all }, findOpd('bpprd') as RegisteredOpd, 2015, 2017);
  expect(trend?.map(({ opd, year, change }) => [opd, year, change])).toEqual([
    ['dispenda', 2016, undefined],
    ['bpprd', 2017, 5],
  ]);
});

it('is not known while nothing has been copied', async () => {
  const trend = listTrend({ listScores: async () => undefined }, findOpd('bpprd') as RegisteredOpd, 2020, 2025);
  expect(await trend).toBeUndefined();
});
