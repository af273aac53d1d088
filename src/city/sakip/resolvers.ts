import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { SakipScores } from '../../ports/sakip-scores.ts';
import type { SubgraphModule } from '../../subgraph/index.ts';
import type { Resolvers, SakipDocumentKind } from '../generated/resolver-types.ts';
import { listBearers } from '../registry/list-bearers.ts';
import { findOpd } from '../registry/opd-registry.ts';
import { incomplete } from './calculation.ts';
import { describeCascade, describeRecomputation, describeScore, describeTrendPoint } from './describe.ts';
import { addAnswers, addComponents, compareWeights, judgeTotal } from './evaluation.ts';
import { type ReportedIndicator, recomputeQuarters, recomputeYear } from './recompute-indicator.ts';
import type { RequiredIndicator } from './required.ts';
import { findWeightRule } from './rules.ts';
import { NO_WEIGHTS } from './sakip-scores.ts';
import { listTrend } from './trend.ts';

const KINDS: readonly SakipDocumentKind[] = ['RENSTRA', 'IKU', 'PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'LKJIP'];
const TREND_YEARS = 5;
const MAX_TREND_YEARS = 30;

type SakipResolvers = {
  readonly [Type in 'SakipYear' | 'SakipDocumentSet' | 'SakipIndicator' | 'SakipEvaluation']: NonNullable<
    Resolvers[Type]
  >;
} & { readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'sakip' | 'sakipBearers' | 'sakipTrend'> };

/** Creates the resolvers of performance accountability; without the hub's copies there is no trend. */
export function createSakipResolvers(scores: SakipScores | undefined, clock: Clock): SakipResolvers {
  const lastYear = () => Number(formatJakartaDay(clock.now()).slice(0, 4)) - 1;
  return {
    Opd: {
      sakip: (opd, { year }) => {
        const asked = year ?? lastYear();
        const [bearer] = listBearers(opd, asked);
        return bearer ? { code: bearer.code, year: asked } : null;
      },
      sakipBearers: (opd, { year }) => [...listBearers(opd, year ?? lastYear())],
      sakipTrend: async (opd, { from, to }) => {
        const last = to ?? lastYear();
        const first = from ?? last - TREND_YEARS + 1;
        if (last - first >= MAX_TREND_YEARS || first > last)
          throw new HubError('BAD_USER_INPUT', `A trend goes over 1 to ${MAX_TREND_YEARS} years, from before to.`);
        const trend = scores && (await listTrend(scores, opd, first, last));
        return trend?.map(describeTrendPoint) ?? null;
      },
    },
    SakipYear: {
      opd: ({ code }) => findOpd(code) ?? null,
      documents: ({ code, year }) => KINDS.map((kind) => ({ code, year, kind })),
      cascade: ({ indicators }) => (indicators ? describeCascade(indicators) : null),
    },
    SakipDocumentSet: {
      isMissing: ({ documents }) => (documents ? documents.length === 0 : null),
    },
    SakipIndicator: {
      recomputed: (indicator) => {
        const { byApplication, byRegulation } = recomputeYear(readIndicator(indicator), indicator.year);
        return {
          byApplication: describeRecomputation(byApplication),
          byRegulation: describeRecomputation(byRegulation),
        };
      },
      recomputedQuarters: (indicator) =>
        recomputeQuarters(readIndicator(indicator), indicator.year).map(describeRecomputation),
    },
    SakipEvaluation: {
      recomputed: ({ year, total, components }) => {
        const rule = findWeightRule(year);
        if (!rule) return describeScore(judgeTotal(incomplete('', NO_WEIGHTS), undefined, year, total));
        const known = components ?? [];
        return describeScore(judgeTotal(addComponents(known, rule), rule, year, total), compareWeights(known, rule));
      },
      recomputedFromCriteria: ({ year, total, criteria }) => {
        const rule = findWeightRule(year);
        const sum = rule ? addAnswers(criteria ?? [], rule) : incomplete('', NO_WEIGHTS);
        return describeScore(judgeTotal(sum, rule, year, total));
      },
    },
  };
}

/** Its entities are what the engine brings: their keys, and what their fields require of e-SAKIP. */
export function createSakipReferences(): NonNullable<SubgraphModule['references']> {
  const itself = (representation: Readonly<Record<string, unknown>>) => representation;
  return { SakipYear: itself, SakipDocumentSet: itself, SakipIndicator: itself, SakipEvaluation: itself };
}

function readIndicator(indicator: RequiredIndicator): ReportedIndicator {
  const { quarter1, quarter2, quarter3, quarter4, ...rest } = indicator;
  return { ...rest, quarters: [quarter1, quarter2, quarter3, quarter4].map((quarter) => quarter ?? {}) };
}
