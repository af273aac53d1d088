import { fileURLToPath } from 'node:url';
import { readYamlList } from '../../base/read-yaml-list.ts';
import { type DatedEntry, datedProperties, findDated } from '../dated-entry.ts';

/** The cap of points and the words for an achievement. */
export interface AchievementRule extends DatedEntry {
  readonly cap: { readonly above: number; readonly points: number };
  /** From the highest bound down. */
  readonly bands: readonly { readonly from: number; readonly predicate: string }[];
  readonly below: string;
}

/** The predicates of an evaluation's total; a bound belongs to the one below. */
export interface PredicateRule extends DatedEntry {
  readonly predicates: readonly (Predicate & { readonly above: number })[];
  readonly lowest: Predicate;
}

export interface Predicate {
  readonly letter: string;
  readonly label: string;
}

/** Weights of an evaluation, and what answers are worth. */
export interface WeightRule extends DatedEntry {
  readonly set: string;
  readonly answers: Readonly<Record<string, number>>;
  readonly components: readonly WeightedComponent[];
}

export interface WeightedComponent {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly parts: Readonly<Record<string, number>>;
}

const number = { type: 'number' };
const text = { type: 'string', minLength: 1 };

function read<Entry extends DatedEntry>(file: string, properties: Readonly<Record<string, object>>): readonly Entry[] {
  const entry = {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'source', ...Object.keys(properties)],
    properties: { ...datedProperties, ...properties },
  };
  return readYamlList<Entry>(fileURLToPath(new URL(file, import.meta.url)), {
    setting: `src/city/sakip/${file}`,
    entry,
  });
}

const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const list = (items: object) => ({ type: 'array', minItems: 1, items });
const numbers = { type: 'object', minProperties: 1, additionalProperties: number };

const achievementRules = read<AchievementRule>('achievement-rules.yaml', {
  cap: object({ above: number, points: number }),
  bands: list(object({ from: number, predicate: text })),
  below: text,
});
const predicateRules = read<PredicateRule>('predicates.yaml', {
  predicates: list(object({ above: number, letter: text, label: text })),
  lowest: object({ letter: text, label: text }),
});
const weightRules = read<WeightRule>('evaluation-weights.yaml', {
  set: text,
  answers: numbers,
  components: list(object({ code: text, name: text, weight: number, parts: numbers })),
});

/** A year is judged by the rules of its last day. */
const lastDayOf = (year: number): string => `${year}-12-31`;

/** The rule for achievements of a year; undefined where none is known. */
export function findAchievementRule(year: number): AchievementRule | undefined {
  return findDated(achievementRules, lastDayOf(year));
}

/** The predicates of a year's evaluation; undefined where none are known. */
export function findPredicateRule(year: number): PredicateRule | undefined {
  return findDated(predicateRules, lastDayOf(year));
}

/** The weights of a year's evaluation in a set; undefined where none are known. */
export function findWeightRule(year: number, set = 'nasional'): WeightRule | undefined {
  return findDated(
    weightRules.filter((rule) => rule.set === set),
    lastDayOf(year),
  );
}

/** Every set of weights, for whoever checks that they add up. */
export function listWeightRules(): readonly WeightRule[] {
  return weightRules;
}
