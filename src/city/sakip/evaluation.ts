import { roundTo2 } from '../round-to-2.ts';
import { type Calculation, calculated, incomplete, formatNumber as say } from './calculation.ts';
import {
  findPredicateRule,
  type Predicate,
  type PredicateRule,
  type WeightedComponent,
  type WeightRule,
} from './rules.ts';

/** A component of an evaluation as it was reported. */
export interface ReportedComponent {
  readonly name: string;
  readonly weight?: number | null | undefined;
  readonly score?: number | null | undefined;
}

/** An answer to one criterion, of a component's part. */
export interface CriterionAnswer {
  readonly component: string;
  readonly part: string;
  readonly answer?: string | null | undefined;
}

/** The letter and label of a total; decided on two decimals, so that 90.00 is A however it was added up. */
export function decidePredicate(total: number, { predicates, lowest }: PredicateRule): Predicate {
  const rounded = roundTo2(total);
  return predicates.find(({ above }) => rounded > above) ?? lowest;
}

/** The total as the sum of the components' scores; incomplete while one has none. */
export function addComponents(components: readonly ReportedComponent[], rule: WeightRule): Calculation {
  const formula = `jumlah nilai komponen (${rule.source})`;
  const scores = rule.components.map(({ name }) => findByName(components, name)?.score ?? undefined);
  const missing = rule.components.flatMap(({ name }, index) => (scores[index] === undefined ? [`nilai ${name}`] : []));
  if (missing.length > 0) return incomplete(formula, ...missing);
  const known = scores.filter((score) => score !== undefined);
  return calculated(
    known.reduce((total, score) => total + score, 0),
    `${formula} = ${known.map(say).join(' + ')}`,
  );
}

/** Components whose reported weight is another than the rule's, in words; empty where all agree. */
export function compareWeights(components: readonly ReportedComponent[], rule: WeightRule): readonly string[] {
  return rule.components.flatMap(({ name, weight }) => {
    const reported = findByName(components, name)?.weight;
    return reported === undefined || reported === null || reported === weight
      ? []
      : [`bobot ${name} dilaporkan ${say(reported)}, menurut aturan ${say(weight)}`];
  });
}

/**
 * The total out of the answers to criteria: each part of a component is worth its weight times the mean of its answers
 * (kke-sakip-trenggalek; DOMAIN §1), and a component has two decimals, as a result (LHE) prints it. A part without
 * answers, and an answer that is none, make it incomplete.
 */
export function addAnswers(answers: readonly CriterionAnswer[], rule: WeightRule): Calculation {
  const formula = `jumlah bobot × rata-rata jawaban kriteria (${rule.source})`;
  const components = rule.components.map((component) => scoreComponent(component, answers, rule));
  const missing = components.flatMap((one) => one.missing);
  if (missing.length > 0) return incomplete(formula, ...missing);
  return calculated(
    components.reduce((total, { score }) => total + score, 0),
    `${formula} = ${components.map(({ score }) => say(score)).join(' + ')}`,
  );
}

function scoreComponent({ code, name, parts }: WeightedComponent, all: readonly CriterionAnswer[], rule: WeightRule) {
  const answers = all.filter(({ component }) => [code, fold(name)].includes(fold(component)));
  const scored = Object.entries(parts).map(([part, weight]) => {
    const worth = answers
      .filter((one) => fold(one.part) === part)
      .map(({ answer }) => rule.answers[(answer ?? '').trim().toUpperCase()]);
    const known = worth.filter((value) => value !== undefined);
    const open = worth.length - known.length;
    const where = `${name}, ${part}`;
    const missing = worth.length === 0 ? [`kriteria ${where}`] : open > 0 ? [`${open} jawaban kriteria ${where}`] : [];
    return { missing, score: (weight * known.reduce((sum, value) => sum + value, 0)) / worth.length };
  });
  return {
    missing: scored.flatMap((one) => one.missing),
    score: roundTo2(scored.reduce((sum, { score }) => sum + score, 0)),
  };
}

/** What a total comes to beside the reported one. */
export interface RecomputedScore extends Calculation {
  readonly predicate: Predicate | undefined;
  /** Recomputed less reported; undefined where one of them is not known. */
  readonly difference: number | undefined;
  readonly rule: WeightRule | undefined;
  readonly predicateRule: PredicateRule | undefined;
}

/** Judges a recomputed total of a year, beside the reported one. */
export function judgeTotal(
  calculation: Calculation,
  rule: WeightRule | undefined,
  year: number,
  reported: number | null | undefined,
): RecomputedScore {
  const { value } = calculation;
  const predicateRule = findPredicateRule(year);
  return {
    ...calculation,
    rule,
    predicateRule,
    predicate: value === undefined || !predicateRule ? undefined : decidePredicate(value, predicateRule),
    difference: value === undefined || typeof reported !== 'number' ? undefined : roundTo2(value - reported),
  };
}

function findByName(components: readonly ReportedComponent[], name: string): ReportedComponent | undefined {
  return components.find((one) => fold(one.name) === fold(name));
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
