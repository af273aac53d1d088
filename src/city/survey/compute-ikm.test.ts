import { describe, expect, it } from 'vitest';
import { computeIkm, computeSurvey } from './compute-ikm.ts';
import { findSurveyRule, type SurveyRule } from './survey-rules.ts';

const rule = findSurveyRule('2026-11-24') as SurveyRule;
const sumsOf = (answers: number, ...elements: readonly number[]) =>
  new Map([['survey', answers], ...elements.map((sum, index): [string, number] => [`u${index + 1}`, sum])]);
const same = (answers: number, sum: number) => sumsOf(answers, ...Array<number>(9).fill(sum));

describe('the index', () => {
  it.each([
    // All 4: 4 × 25.
    [same(10, 40), 100, 'A'],
    // All 1: 1 × 25.
    [same(10, 10), 25, 'D'],
    // All 3: 3 × 25.
    [same(7, 21), 75, 'C'],
    // (3 + 3 + 3 + 4 + 4 + 4 + 3 + 3 + 3) / 9 = 30 / 9 = 3.3333…, × 25 = 83.3333…
    [sumsOf(1, 3, 3, 3, 4, 4, 4, 3, 3, 3), 83.33, 'B'],
  ] as const)('of %j is %d, %s', (sums, value, grade) => {
    expect(computeIkm(sums)).toEqual({ value, grade });
  });

  it('of the source’s answers is 91.48, because nine times 0.11 is not 1', () => {
    // 500 answers whose nine sums make 5 × 1830 + 4 × 1829 = 16,466: the nine means add up to 32.932.
    const sums = sumsOf(500, 1830, 1829, 1830, 1829, 1830, 1829, 1830, 1829, 1830);
    // 32.932 / 9 × 25 = 91.4777…
    expect(computeIkm(sums)).toEqual({ value: 91.48, grade: 'A' });
    // 32.932 × 0.11 × 25 = 90.563: what the printed weight gives, which we do not take.
    const rounded = { ...rule, weight: { of: 11, over: 100 } };
    expect(computeSurvey(sums, rounded).ikm?.value).toBe(90.56);
    expect(computeSurvey(same(10, 40), rounded).ikm?.value).toBe(99);
  });

  // 10,000 answers; the index is the sum of nine sums / 90,000 × 25.
  it.each([
    // 317,916 / 90,000 × 25 = 88.31
    [317_916, 88.31, 'A'],
    // 317,880 / 90,000 × 25 = 88.30
    [317_880, 88.3, 'B'],
    // 275,796 / 90,000 × 25 = 76.61
    [275_796, 76.61, 'B'],
    // 275,760 / 90,000 × 25 = 76.60
    [275_760, 76.6, 'C'],
    // 234,000 / 90,000 × 25 = 65
    [234_000, 65, 'C'],
    // 233,964 / 90,000 × 25 = 64.99
    [233_964, 64.99, 'D'],
  ] as const)('of sums that make %d is %d, %s', (total, value, grade) => {
    const each = Math.floor(total / 9);
    const elements = Array<number>(8).fill(each);
    expect(computeIkm(sumsOf(10_000, ...elements, total - 8 * each))).toEqual({ value, grade });
  });

  it('is not there without answers', () => {
    for (const sums of [new Map<string, number>(), same(0, 0)]) {
      expect(computeIkm(sums)).toBeUndefined();
      expect(computeSurvey(sums, rule)).toMatchObject({ answers: 0, ikm: undefined, missing: ['jawaban survei'] });
    }
  });

  it('is not there where an element’s sum cannot be that of so many answers', () => {
    const incomplete = sumsOf(2, 6, 6, 6, 6, 6, 6, 6, 6);
    expect(computeSurvey(incomplete, rule)).toMatchObject({
      means: [3, 3, 3, 3, 3, 3, 3, 3, undefined],
      missing: ['nilai U9 dari semua jawaban'],
    });
    // A 5 among them: 9 / 2 is above 4.
    expect(computeSurvey(sumsOf(2, 9, 6, 6, 6, 6, 6, 6, 6, 6), rule).missing).toEqual(['nilai U1 dari semua jawaban']);
  });
});

describe('the rule', () => {
  it('has nine elements whose weights add up to 1', () => {
    expect(rule.elements).toHaveLength(9);
    expect((rule.elements.length * rule.weight.of) / rule.weight.over).toBe(1);
    expect(rule).toMatchObject({ source: 'PermenPANRB 14/2017', isDefault: false });
  });

  it('of a day before the regulation is not known', () => expect(findSurveyRule('2017-05-08')).toBeUndefined());
});
