import { type DatedEntry, findDated, mapOf, readDatedEntries } from '../dated-entry.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';

/** How the index of a survey is computed and graded. */
export interface SurveyRule extends DatedEntry {
  /** Of each element. */
  readonly weight: { readonly of: number; readonly over: number };
  readonly times: number;
  readonly scores: { readonly lowest: number; readonly highest: number };
  /** Names of U1, U2, …. */
  readonly elements: readonly string[];
  /** From the highest bound down. */
  readonly grades: readonly { readonly from: number; readonly grade: Grade }[];
}

const number = { type: 'number' };
const text = { type: 'string', minLength: 1 };

const rules = readDatedEntries<SurveyRule>(new URL('survey-rules.yaml', import.meta.url), {
  weight: mapOf({ of: number, over: number }),
  times: number,
  scores: mapOf({ lowest: number, highest: number }),
  elements: { type: 'array', minItems: 1, items: text },
  grades: { type: 'array', minItems: 1, items: mapOf({ from: number, grade: { enum: ['A', 'B', 'C', 'D'] } }) },
});

/** The rule that holds on a day; undefined where none is known. */
export function findSurveyRule(day: string): SurveyRule | undefined {
  return findDated(rules, day);
}
