import { fileURLToPath } from 'node:url';
import { readYamlList } from '../../base/read-yaml-list.ts';
import { type DatedEntry, datedProperties, findDated } from '../dated-entry.ts';

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
const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const properties = {
  weight: object({ of: number, over: number }),
  times: number,
  scores: object({ lowest: number, highest: number }),
  elements: { type: 'array', minItems: 1, items: text },
  grades: { type: 'array', minItems: 1, items: object({ from: number, grade: { enum: ['A', 'B', 'C', 'D'] } }) },
};

const rules = readYamlList<SurveyRule>(fileURLToPath(new URL('survey-rules.yaml', import.meta.url)), {
  setting: 'src/city/survey/survey-rules.yaml',
  entry: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'source', ...Object.keys(properties)],
    properties: { ...datedProperties, ...properties },
  },
});

/** The rule that holds on a day; undefined where none is known. */
export function findSurveyRule(day: string): SurveyRule | undefined {
  return findDated(rules, day);
}
