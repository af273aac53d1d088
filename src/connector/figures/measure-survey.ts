import type { FactSheet, Measure } from '../../ports/city-figures.ts';

/** Elements of the satisfaction survey (SKM), U1 to U9, by PermenPANRB 14/2017. */
export const SURVEY_ELEMENTS = 9;

/** One answer of the survey. */
export interface MeasuredSurvey {
  readonly opd: string;
  readonly service: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Nine scores of 1 to 4. */
  readonly scores: readonly number[];
}

/**
 * Counts an answer: `survey` is how many there are, `u1` to `u9` the sums of their scores. One with an element left out or
 * beyond 1 to 4 is no answer by PermenPANRB 14/2017 and counts nothing: undefined.
 */
export function measureSurvey({ opd, service, on, scores }: MeasuredSurvey): FactSheet | undefined {
  if (scores.length !== SURVEY_ELEMENTS || !scores.every(isScore)) return undefined;
  const elements = scores.map((amount, index): Measure => ({ name: `u${index + 1}`, day: on, amount }));
  return { kind: 'survey', opd, service, measures: [{ name: 'survey', day: on, amount: 1 }, ...elements] };
}

function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= 4;
}
