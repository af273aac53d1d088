import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { describeRule } from '../describe-rule.ts';
import type { SakipCascade, SakipLevel, SakipRecomputation, SakipScore } from '../generated/resolver-types.ts';
import { getOpd } from '../registry/opd-registry.ts';
import { buildCascade, type CascadeIndicator, type CascadeNode } from './cascade.ts';
import type { RecomputedScore } from './evaluation.ts';
import type { Recomputation } from './recompute-indicator.ts';
import { SYSTEM } from './sakip-scores.ts';
import type { TrendPoint } from './trend.ts';

/** A recomputed achievement, as the graph shows it. */
export function describeRecomputation(one: Recomputation): SakipRecomputation {
  return {
    quarter: one.quarter ?? null,
    achievement: one.value ?? null,
    difference: one.difference ?? null,
    points: one.points ?? null,
    predicate: one.predicate ?? null,
    formula: one.formula,
    missing: [...one.missing],
    rule: describeRule(one.rule),
  };
}

/** A recomputed total, as the graph shows it. */
export function describeScore(score: RecomputedScore, remarks: readonly string[] = []): SakipScore {
  return {
    total: score.value ?? null,
    predicate: score.predicate?.letter ?? null,
    label: score.predicate?.label ?? null,
    difference: score.difference ?? null,
    formula: score.formula,
    missing: [...score.missing],
    remarks: [...remarks],
    weights: describeRule(score.rule),
    predicates: describeRule(score.predicateRule),
  };
}

interface NamedIndicator extends CascadeIndicator {
  readonly name: string;
  readonly level?: SakipLevel | null | undefined;
  readonly reportedAchievement?: number | null | undefined;
}

/** An OPD's indicators by which serves which, as the graph shows them. */
export function describeCascade(indicators: readonly NamedIndicator[]): SakipCascade[] {
  return buildCascade(indicators).map(describeNode);
}

function describeNode({ indicator, servesOutside, servedBy }: CascadeNode<NamedIndicator>): SakipCascade {
  return {
    id: indicator.id,
    name: indicator.name,
    level: indicator.level ?? null,
    reportedAchievement: indicator.reportedAchievement ?? null,
    servesOutside: servesOutside ?? null,
    servedBy: servedBy.map(describeNode),
  };
}

/** One year's result, as the graph shows it. */
export function describeTrendPoint({ opd, year, reported, recomputed, change, asOfMs }: TrendPoint) {
  return {
    year,
    opd: getOpd(opd),
    total: reported.total ?? null,
    predicate: reported.predicate ?? null,
    recomputedTotal: recomputed.total ?? null,
    recomputedPredicate: recomputed.predicate ?? null,
    difference: recomputed.difference ?? null,
    missing: [...recomputed.missing],
    isDefault: recomputed.isDefault,
    change: change ?? null,
    source: { opd: 'bag-organisasi', system: SYSTEM, mode: 'COPY' as const, asOf: formatJakartaInstant(asOfMs) },
  };
}
