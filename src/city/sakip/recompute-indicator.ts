import { roundTo2 } from '../round-to-2.ts';
import { calculateAchievement } from './achievement.ts';
import { type Calculation, incomplete } from './calculation.ts';
import { calculateQuarter, calculateYear, type EsakipFormula, type QuarterFigures, sum } from './esakip-formula.ts';
import { countPoints, nameAchievement } from './judge-achievement.ts';
import { type Figure, readFigure } from './read-figure.ts';
import { type AchievementRule, findAchievementRule } from './rules.ts';

/** An indicator of one year as an OPD reported it: text, because some of it is no number. */
export interface ReportedIndicator {
  readonly formula?: EsakipFormula | null | undefined;
  readonly targetText?: string | null | undefined;
  readonly quarters: readonly ReportedQuarter[];
  readonly reportedAchievement?: number | null | undefined;
}

export interface ReportedQuarter {
  readonly target?: string | null | undefined;
  readonly realisation?: string | null | undefined;
  readonly achievement?: number | null | undefined;
}

/** What a formula gives for an indicator, beside what was reported. */
export interface Recomputation extends Calculation {
  /** 1 to 4; undefined for the year. */
  readonly quarter: number | undefined;
  readonly reported: number | undefined;
  /** Recomputed less reported, to two decimals; undefined where one of them is not known. */
  readonly difference: number | undefined;
  /** By the rule of the year. */
  readonly points: number | undefined;
  readonly predicate: string | undefined;
  readonly rule: AchievementRule | undefined;
}

/** A year by both formulas: the application's own, and the regulation's. */
export interface RecomputedYear {
  readonly byApplication: Recomputation;
  readonly byRegulation: Recomputation;
}

const NO_FORMULA = 'rumus capaian tidak disebut';

/** Recomputes an indicator's year by both methods; the reported figure stands beside each and is not replaced. */
export function recomputeYear(indicator: ReportedIndicator, year: number): RecomputedYear {
  const rule = findAchievementRule(year);
  const about = { quarter: undefined, reported: indicator.reportedAchievement ?? undefined, rule };
  return {
    byApplication: judge(byApplication(indicator), about),
    byRegulation: judge(byRegulation(indicator), about),
  };
}

/** Recomputes each quarter by the application's formula for quarters. */
export function recomputeQuarters(indicator: ReportedIndicator, year: number): readonly Recomputation[] {
  const rule = findAchievementRule(year);
  const { formula } = indicator;
  return indicator.quarters.map(({ target, realisation, achievement }, index) => {
    const figures = { target: readTarget(indicator, target), real: readFigure(realisation) };
    const about = { quarter: index + 1, reported: achievement ?? undefined, rule };
    return judge(formula ? calculateQuarter(formula, figures) : incomplete('', NO_FORMULA), about);
  });
}

type About = Pick<Recomputation, 'quarter' | 'reported' | 'rule'>;

function judge(calculation: Calculation, about: About): Recomputation {
  const { value } = calculation;
  const { reported, rule } = about;
  return {
    ...calculation,
    ...about,
    difference: value === undefined || reported === undefined ? undefined : roundTo2(value - reported),
    points: value === undefined || !rule ? undefined : countPoints(value, rule),
    predicate: value === undefined || !rule ? undefined : nameAchievement(value, rule),
  };
}

function byApplication(indicator: ReportedIndicator): Calculation {
  const { formula, targetText } = indicator;
  if (!formula) return incomplete('', NO_FORMULA);
  // The application leaves an indicator alone whose target is text, even if the text is a number.
  if (readFigure(targetText).kind !== 'empty')
    return incomplete('e-SAKIP tidak menghitung target berupa teks', 'target angka per triwulan');
  return calculateYear(formula, readQuarters(indicator));
}

/** What adds up is summed over the year, everything else is compared at its end. */
function byRegulation(indicator: ReportedIndicator): Calculation {
  const { formula, targetText } = indicator;
  if (!formula) return incomplete('', NO_FORMULA);
  const direction = formula === 'DECREASING' ? 'negative' : 'positive';
  const quarters = readQuarters(indicator);
  const real = quarters.at(-1)?.real ?? EMPTY;
  const ofYear = readFigure(targetText);
  if (ofYear.kind !== 'empty') return named(calculateAchievement(direction, ofYear, real));
  if (formula !== 'CUMULATIVE') return named(calculateAchievement(direction, quarters.at(-1)?.target ?? EMPTY, real));
  const missing = quarters.flatMap((one, index) => [
    ...(one.target.kind === 'number' ? [] : [`target triwulan ${index + 1}`]),
    ...(one.real.kind === 'number' ? [] : [`realisasi triwulan ${index + 1}`]),
  ]);
  if (missing.length > 0) return incomplete('jumlah R ÷ jumlah T × 100', ...missing);
  const [target, reached] = [quarters.map((one) => one.target), quarters.map((one) => one.real)].map(asTotal);
  return calculateAchievement(direction, target ?? EMPTY, reached ?? EMPTY);
}

const EMPTY: Figure = { kind: 'empty' };

/** Says which quarter the year is judged by. */
function named(calculation: Calculation): Calculation {
  const missing = calculation.missing.map((one) => one.replace(/^realisasi/, 'realisasi triwulan 4'));
  return { ...calculation, missing };
}

function asTotal(figures: readonly Figure[]): Figure {
  return { kind: 'number', value: sum(figures) };
}

function readQuarters(indicator: ReportedIndicator): readonly QuarterFigures[] {
  return indicator.quarters.map(({ target, realisation }) => ({
    target: readTarget(indicator, target),
    real: readFigure(realisation),
  }));
}

/** Where the year's target is text, the quarters' `0` means that there is none. */
function readTarget({ targetText }: ReportedIndicator, target: string | null | undefined): Figure {
  return readFigure(targetText).kind === 'empty' ? readFigure(target) : EMPTY;
}
