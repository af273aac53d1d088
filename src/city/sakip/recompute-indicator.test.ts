import { describe, expect, it } from 'vitest';
import { type ReportedIndicator, recomputeQuarters, recomputeYear } from './recompute-indicator.ts';

/** Targets and realisations of four quarters. */
function quartersOf(targets: readonly string[], reals: readonly string[]) {
  return targets.map((target, index) => ({ target, realisation: reals[index] ?? '' }));
}

const yearOf = (indicator: ReportedIndicator) => recomputeYear(indicator, 2025);

const falling: ReportedIndicator = {
  formula: 'DECREASING',
  quarters: quartersOf(['8,32', '8,16', '8,01', '7,85'], ['8,07', '8,32', '7,77', '7,85']),
  reportedAchievement: 0,
};

describe('an indicator of a year', () => {
  it('that meets a falling target exactly is 0 by the application, 100 by the regulation, and both are shown', () => {
    const { byApplication, byRegulation } = yearOf(falling);
    expect(byApplication).toMatchObject({ value: 0, reported: 0, difference: 0, predicate: 'Kurang' });
    // (2 × 7.85 − 7.85) / 7.85 = 1
    expect(byRegulation).toMatchObject({
      value: 100,
      reported: 0,
      difference: 100,
      predicate: 'Sangat Berhasil',
    });
  });

  it('whose reported figure is another than its formula gives keeps it beside the recomputed one', () => {
    // 9 / 10 = 90; typed by hand 97.5
    const typed = { ...falling, formula: 'LAST_VALUE' as const, reportedAchievement: 97.5 };
    const { byApplication } = yearOf({ ...typed, quarters: quartersOf(['6', '7', '8', '10'], ['6', '7', '8', '9']) });
    expect(byApplication).toMatchObject({ value: 90, reported: 97.5, difference: -7.5, points: 90 });
  });

  it('above the cap counts the cap’s points, and its achievement stays', () => {
    // 12 / 10
    const { byRegulation } = yearOf({
      formula: 'LAST_VALUE',
      quarters: quartersOf(['6', '7', '8', '10'], ['6', '7', '8', '12']),
    });
    expect(byRegulation).toMatchObject({ value: 120, points: 120, reported: undefined, difference: undefined });
    // 11.5 / 10
    const more = yearOf({
      formula: 'LAST_VALUE',
      quarters: quartersOf(['6', '7', '8', '10'], ['6', '7', '8', '11,5']),
    });
    expect(more.byRegulation).toMatchObject({ value: 115, points: 120 });
  });

  it('that adds up is summed over four quarters by the regulation, and incomplete before', () => {
    const all = yearOf({ formula: 'CUMULATIVE', quarters: quartersOf(['2', '2', '2', '2'], ['2', '2', '1', '2']) });
    // 7 / 8
    expect([all.byApplication.value, all.byRegulation.value]).toEqual([87.5, 87.5]);
    const half = yearOf({ formula: 'CUMULATIVE', quarters: quartersOf(['2', '2', '2', '2'], ['2', '2', '', '']) });
    // The application already gives 4 / 8; the regulation speaks of the year.
    expect(half.byApplication.value).toBe(50);
    expect(half.byRegulation).toMatchObject({
      value: undefined,
      points: undefined,
      predicate: undefined,
      missing: ['realisasi triwulan 3', 'realisasi triwulan 4'],
    });
  });

  it('with a level is incomplete by the regulation until the last quarter', () => {
    const { byRegulation } = yearOf({
      formula: 'LAST_VALUE',
      quarters: quartersOf(['6', '7', '8', '10'], ['6', '7', '9', '']),
    });
    expect([byRegulation.value, byRegulation.missing]).toEqual([undefined, ['realisasi triwulan 4 belum diisi']]);
  });

  it('whose target is a grade is computed by nobody', () => {
    const graded: ReportedIndicator = {
      formula: 'LAST_VALUE',
      targetText: 'BB',
      quarters: quartersOf(['0', '0', '0', '0'], ['', '', '', 'B']),
    };
    const { byApplication, byRegulation } = yearOf(graded);
    expect(byApplication).toMatchObject({ value: undefined, missing: ['target angka per triwulan'] });
    expect(byRegulation.missing).toEqual(['target bukan angka', 'realisasi triwulan 4 bukan angka']);
    expect(recomputeQuarters(graded, 2025)[3]?.missing).toEqual(['target belum diisi', 'realisasi bukan angka']);
  });

  it('whose target is a range is judged by its nearer bound, by the regulation alone', () => {
    const { byApplication, byRegulation } = yearOf({
      formula: 'LAST_VALUE',
      targetText: '80–90 %',
      quarters: quartersOf(['0', '0', '0', '0'], ['', '', '', '99']),
    });
    expect(byApplication.value).toBeUndefined();
    // 99 / 90
    expect(byRegulation.value).toBe(110);
  });

  it('without a formula is incomplete', () => {
    const { byApplication, byRegulation } = yearOf({ ...falling, formula: null });
    expect(byApplication.missing).toEqual(['rumus capaian tidak disebut']);
    expect(byRegulation.missing).toEqual(['rumus capaian tidak disebut']);
  });
});

describe('quarters', () => {
  it('are recomputed by the formula of quarters, each beside what was reported', () => {
    const quarters = falling.quarters.map((quarter, index) => ({
      ...quarter,
      achievement: [103.1, 98.08, 103.09, 90][index],
    }));
    const recomputed = recomputeQuarters({ ...falling, quarters }, 2025);
    expect(recomputed.map(({ quarter, value, difference }) => [quarter, value, difference])).toEqual([
      [1, 103.1, 0],
      [2, 98.08, 0],
      [3, 103.09, 0],
      // 7.85 / 7.85, reported as 90
      [4, 100, 10],
    ]);
  });
});
