import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calculateAchievement, type Direction } from './achievement.ts';
import { countPoints, nameAchievement } from './judge-achievement.ts';
import { readFigure } from './read-figure.ts';
import { findAchievementRule } from './rules.ts';

interface Case {
  readonly why: string;
  readonly direction: Direction;
  readonly target: string;
  readonly real: string;
  readonly value?: number;
  readonly missing?: readonly string[];
}

const cases = JSON.parse(readFileSync(new URL('cases/achievement.json', import.meta.url), 'utf8')) as readonly Case[];

it.each(cases)('$direction: $real of $target ($why)', ({ direction, target, real, value, missing = [] }) => {
  const outcome = calculateAchievement(direction, readFigure(target), readFigure(real));
  expect([outcome.value, outcome.missing]).toEqual([value, missing]);
});

it('says by which formula, with the numbers in it', () => {
  const say = (direction: Direction, target: string, real: string) =>
    calculateAchievement(direction, readFigure(target), readFigure(real)).formula;
  expect(say('positive', '8', '7,5')).toBe('R ÷ T × 100 = 7,5 ÷ 8 × 100');
  expect(say('negative', '8', '7,5')).toBe('(2T − R) ÷ T × 100 = (2 × 8 − 7,5) ÷ 8 × 100');
  expect(say('positive', '80–90 %', '99')).toBe('R ÷ batas atas rentang target 80–90 × 100 = 99 ÷ 90 × 100');
  expect(say('positive', '8', '')).toBe('R ÷ T × 100');
});

const rule = findAchievementRule(2025);

it.each([
  [110, 110],
  [110.01, 120],
  [200, 120],
  [109.99, 109.99],
  [0, 0],
])('an achievement of %d counts %d points', (achievement, points) => {
  expect(rule && countPoints(achievement, rule)).toBe(points);
});

it.each([
  [120, 'Sangat Berhasil'],
  [100, 'Sangat Berhasil'],
  [99.99, 'Berhasil'],
  [75, 'Berhasil'],
  [74.99, 'Cukup'],
  [55, 'Cukup'],
  [54.99, 'Kurang'],
  [-50, 'Kurang'],
])('an achievement of %d is: %s', (achievement, predicate) => {
  expect(rule && nameAchievement(achievement, rule)).toBe(predicate);
});

it('of a year before the rules is judged by none', () => expect(findAchievementRule(2013)).toBeUndefined());
