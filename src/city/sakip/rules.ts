import { type DatedEntry, findDated, mapOf, readDatedEntries } from '../dated-entry.ts';

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

const list = (items: object) => ({ type: 'array', minItems: 1, items });
const numbers = { type: 'object', minProperties: 1, additionalProperties: number };

const achievementRules = readDatedEntries<AchievementRule>(new URL('achievement-rules.yaml', import.meta.url), {
  cap: mapOf({ above: number, points: number }),
  bands: list(mapOf({ from: number, predicate: text })),
  below: text,
});
const predicateRules = readDatedEntries<PredicateRule>(new URL('predicates.yaml', import.meta.url), {
  predicates: list(mapOf({ above: number, letter: text, label: text })),
  lowest: mapOf({ letter: text, label: text }),
});
const weightRules = readDatedEntries<WeightRule>(new URL('evaluation-weights.yaml', import.meta.url), {
  set: text,
  answers: numbers,
  components: list(mapOf({ code: text, name: text, weight: number, parts: numbers })),
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
