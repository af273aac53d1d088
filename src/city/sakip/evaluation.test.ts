import { describe, expect, it } from 'vitest';
import {
  addAnswers,
  addComponents,
  type CriterionAnswer,
  compareWeights,
  decidePredicate,
  judgeTotal,
} from './evaluation.ts';
import { findPredicateRule, findWeightRule, listWeightRules, type WeightRule } from './rules.ts';

const predicates = findPredicateRule(2025);
const national = findWeightRule(2025) as WeightRule;
const trenggalek = findWeightRule(2025, 'trenggalek') as WeightRule;

it.each([
  [100, 'AA', 'Sangat Memuaskan'],
  [90.01, 'AA', 'Sangat Memuaskan'],
  // The bound belongs to the grade below, and what binary adds to it is not a grade.
  [90.0000000001, 'A', 'Memuaskan'],
  [90, 'A', 'Memuaskan'],
  [80.01, 'A', 'Memuaskan'],
  [80, 'BB', 'Sangat Baik'],
  [70.01, 'BB', 'Sangat Baik'],
  [70, 'B', 'Baik'],
  [60.01, 'B', 'Baik'],
  [60, 'CC', 'Cukup'],
  [50.01, 'CC', 'Cukup'],
  [50, 'C', 'Kurang'],
  [30.01, 'C', 'Kurang'],
  [30, 'D', 'Sangat Kurang'],
  [0, 'D', 'Sangat Kurang'],
])('a total of %d is %s, %s', (total, letter, label) => {
  expect(predicates && decidePredicate(total, predicates)).toMatchObject({ letter, label });
});

describe('the weights', () => {
  it.each(listWeightRules().map((rule) => [rule.set, rule] as const))('of %s add up', (_set, { components }) => {
    expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { parts, weight } of components)
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(weight);
  });

  it('are 30/30/15/25, each 20/30/50 % (DOMAIN §1)', () => {
    expect(national.components.map(({ weight }) => weight)).toEqual([30, 30, 15, 25]);
    for (const { weight, parts } of national.components)
      expect(Object.values(parts).map((part) => part / weight)).toEqual([0.2, 0.3, 0.5]);
  });

  it('of Trenggalek have a fourth part in the last component', () => {
    expect(trenggalek.components.at(-1)?.parts).toEqual({ pemenuhan: 5, kualitas: 7.5, pemanfaatan: 5, capaian: 7.5 });
  });

  it('of a year before the regulation are not known', () => {
    expect(findWeightRule(2020)).toBeUndefined();
    expect(findWeightRule(2023, 'trenggalek')).toBeUndefined();
  });
});

const reported = (...scores: readonly (number | null)[]) =>
  national.components.map(({ name, weight }, index) => ({ name: name.toUpperCase(), weight, score: scores[index] }));

describe('the total of components', () => {
  it('is their sum to two decimals', () => {
    // CONTRACT.md of e-SAKIP: 20.31 + 19.84 + 10.22 + 16.75
    expect(addComponents(reported(20.31, 19.84, 10.22, 16.75), national)).toMatchObject({ value: 67.12, missing: [] });
    // 27.1 + 27.2 + 13.4 + 22.3 = 90, in binary a little more
    const score = judgeTotal(addComponents(reported(27.1, 27.2, 13.4, 22.3), national), national, 2025, 90);
    expect(score).toMatchObject({ value: 90, difference: 0, predicate: { letter: 'A' } });
  });

  it('is incomplete where one has no score', () => {
    expect(addComponents(reported(20, null, 10, 16), national)).toMatchObject({
      value: undefined,
      missing: ['nilai Pengukuran Kinerja'],
    });
    expect(addComponents(reported(20, 20, 10, 16).slice(0, 3), national).missing).toEqual([
      'nilai Evaluasi Akuntabilitas Kinerja Internal',
    ]);
  });

  it('stands beside what was reported', () => {
    const score = judgeTotal(addComponents(reported(25, 25, 10, 20), national), national, 2025, 82.5);
    expect(score).toMatchObject({ value: 80, difference: -2.5, predicate: { letter: 'BB' } });
    expect(judgeTotal(addComponents([], national), national, 2025, 82.5).difference).toBeUndefined();
  });

  it('names weights that are not the rule’s', () => {
    expect(compareWeights(reported(1, 1, 1, 1), national)).toEqual([]);
    const [first, ...rest] = reported(1, 1, 1, 1);
    expect(compareWeights([{ name: first?.name ?? '', weight: 35 }, ...rest], national)).toEqual([
      'bobot Perencanaan Kinerja dilaporkan 35, menurut aturan 30',
    ]);
  });
});

/** Two answers to every part of every component. */
function answersTo(rule: WeightRule, pair: readonly [string, string]): CriterionAnswer[] {
  return rule.components.flatMap(({ code, parts }) =>
    Object.keys(parts).flatMap((part) => pair.map((answer) => ({ component: code, part, answer }))),
  );
}

describe('the total of answers', () => {
  it.each([
    // 100 × 1
    [['A', 'A'], 100],
    [['Y', 'Y'], 100],
    // 100 × (1 + 0) / 2
    [['Y', 'T'], 50],
    // (0.66 + 0.33) / 2 = 0.495: 14.85 + 14.85 + 7.43 + 12.38, each component to two decimals
    [['B', 'C'], 49.51],
    // 100 × 0.66
    [['b ', 'B'], 66],
    [['D', 'D'], 0],
  ] as const)('all %j is %d, by either set of weights', (pair, total) => {
    expect(addAnswers(answersTo(national, pair), national).value).toBe(total);
    expect(addAnswers(answersTo(trenggalek, pair), trenggalek).value).toBe(total);
  });

  it('weighs each part', () => {
    const answers = answersTo(national, ['A', 'A']).map((one) =>
      one.component === 'pelaporan' && one.part === 'pemanfaatan' ? { ...one, answer: 'C' } : one,
    );
    // 92.5 + 7.5 × 0.33 = 94.975, to two decimals
    expect(addAnswers(answers, national).value).toBe(94.98);
  });

  it('takes a component by its name too', () => {
    const named = answersTo(national, ['A', 'A']).map((one) => ({
      ...one,
      component: national.components.find(({ code }) => code === one.component)?.name ?? '',
    }));
    expect(addAnswers(named, national).value).toBe(100);
  });

  it('is incomplete without answers, and with one that is none', () => {
    const answers = answersTo(national, ['A', 'A']);
    expect(addAnswers(answers, trenggalek).missing).toEqual([
      'kriteria Evaluasi Akuntabilitas Kinerja Internal, capaian',
    ]);
    const broken = answers.map((one, index) => (index === 0 ? { ...one, answer: 'E' } : one));
    expect(addAnswers(broken, national).missing).toEqual(['1 jawaban kriteria Perencanaan Kinerja, pemenuhan']);
    const open = answers.map((one, index) => (index < 2 ? { ...one, answer: null } : one));
    expect(addAnswers(open, national)).toMatchObject({
      value: undefined,
      missing: ['2 jawaban kriteria Perencanaan Kinerja, pemenuhan'],
    });
  });
});
