import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calculateQuarter, calculateYear, type EsakipFormula } from './esakip-formula.ts';
import { readFigure } from './read-figure.ts';

interface Case {
  readonly why: string;
  readonly formula: EsakipFormula;
  readonly targets: readonly string[];
  readonly reals: readonly string[];
  readonly value?: number;
  readonly missing?: readonly string[];
}

const cases = JSON.parse(readFileSync(new URL('cases/esakip-year.json', import.meta.url), 'utf8')) as readonly Case[];

it.each(cases)('a year by $formula: $reals of $targets ($why)', ({ formula, targets, reals, value, missing = [] }) => {
  const quarters = targets.map((target, index) => ({ target: readFigure(target), real: readFigure(reals[index]) }));
  const outcome = calculateYear(formula, quarters);
  expect([outcome.value, outcome.missing]).toEqual([value, missing]);
});

it.each<[EsakipFormula, string, string, number | undefined, readonly string[]]>([
  // 7.5 / 8
  ['CUMULATIVE', '8', '7,5', 93.75, []],
  ['LAST_VALUE', '8', '7,5', 93.75, []],
  // CONTRACT.md of e-SAKIP: 8.32 / 8.07 = 1.03097…, 8.16 / 8.32 = 0.98076…
  ['DECREASING', '8,32', '8,07', 103.1, []],
  ['DECREASING', '8,16', '8,32', 98.08, []],
  // Met exactly: 100 in the quarter, where the year says 0.
  ['DECREASING', '8', '8', 100, []],
  ['DECREASING', '8', '0', undefined, ['realisasi adalah 0, sehingga tidak dapat dibagi']],
  ['DECREASING', '0', '8', 0, []],
  ['LAST_VALUE', '0', '8', undefined, ['target adalah 0, sehingga tidak dapat dibagi']],
  ['LAST_VALUE', '8', '', undefined, ['realisasi belum diisi']],
  ['LAST_VALUE', 'BB', 'B', undefined, ['target bukan angka', 'realisasi bukan angka']],
])('a quarter by %s: target %s, realisation %s is %s', (formula, target, real, value, missing) => {
  const outcome = calculateQuarter(formula, { target: readFigure(target), real: readFigure(real) });
  expect([outcome.value, outcome.missing]).toEqual([value, missing]);
});
