import { roundTo2 } from '../round-to-2.ts';
import { findSurveyRule, type Grade, type SurveyRule } from './survey-rules.ts';

/** The satisfaction index of a set of answers, and its grade. */
export interface Ikm {
  readonly value: number;
  readonly grade: Grade;
}

/** What a set of answers comes to; without an index it says why. */
export interface SurveyResult {
  readonly answers: number;
  /** The mean of each element, U1 first; undefined where it cannot be. */
  readonly means: readonly (number | undefined)[];
  readonly ikm: Ikm | undefined;
  /** What is missing, in Indonesian. */
  readonly missing: readonly string[];
}

/**
 * Computes the index from sums: `survey` answers, and `u1` to `u9` the sums of their scores; each element's mean times its
 * weight times 25 (PermenPANRB 14/2017; DOMAIN §4). Without answers, and where sums cannot be those of so many answers,
 * there is no index.
 */
export function computeSurvey(sums: ReadonlyMap<string, number>, rule: SurveyRule): SurveyResult {
  const { elements, scores, weight, times } = rule;
  const answers = sums.get('survey') ?? 0;
  if (answers <= 0) return { answers: 0, means: elements.map(() => undefined), ikm: undefined, missing: [NO_ANSWERS] };
  const means = elements.map((_, index) => {
    const mean = (sums.get(`u${index + 1}`) ?? 0) / answers;
    return mean >= scores.lowest && mean <= scores.highest ? mean : undefined;
  });
  const missing = means.flatMap((mean, index) =>
    mean === undefined ? [`nilai U${index + 1} dari semua jawaban`] : [],
  );
  if (missing.length > 0) return { answers, means, ikm: undefined, missing };
  const sum = means.reduce<number>((total, mean) => total + (mean ?? 0), 0);
  const value = roundTo2(((sum * weight.of) / weight.over) * times);
  return { answers, means, ikm: grade(value, rule), missing };
}

const NO_ANSWERS = 'jawaban survei';

function grade(value: number, { grades }: SurveyRule): Ikm | undefined {
  const found = grades.find(({ from }) => value >= from);
  return found && { value, grade: found.grade };
}

/** The index alone, by the rule that is in force; undefined where there is none. */
export function computeIkm(sums: ReadonlyMap<string, number>): Ikm | undefined {
  const rule = findSurveyRule(NEWEST);
  return rule && computeSurvey(sums, rule).ikm;
}

const NEWEST = '9999-12-31';
