import type { Clock } from '../../base/clock.ts';
import { formatJakartaDay, formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { CityFigures } from '../../ports/city-figures.ts';
import { describeRule } from '../describe-rule.ts';
import type { OpdSurvey, Resolvers } from '../generated/resolver-types.ts';
import type { RegisteredOpd } from '../registry/opd-registry.ts';
import { roundTo2 } from '../round-to-2.ts';
import type { FigureProvider } from '../status/figure-provider.ts';
import { computeSurvey, type SurveyResult } from './compute-ikm.ts';
import { findSurveyRule, type SurveyRule } from './survey-rules.ts';

/** What an OPD's survey is told from. */
export interface SurveyParts {
  readonly figures: CityFigures;
  /** Says how old the answers are. */
  readonly provider: FigureProvider | undefined;
}

/** Creates the resolver of an OPD's survey; without the hub's copies there is none. */
export function createSurveyResolvers(
  parts: SurveyParts | undefined,
  clock: Clock,
): { readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'survey'> } {
  return {
    Opd: {
      survey: async (opd, { year }) => {
        if (!parts) return null;
        const today = formatJakartaDay(clock.now());
        return tellSurvey(parts, opd, year ?? Number(today.slice(0, 4)), today);
      },
    },
  };
}

async function tellSurvey(
  parts: SurveyParts,
  { code }: RegisteredOpd,
  year: number,
  today: string,
): Promise<OpdSurvey> {
  const [months, provider] = await Promise.all([
    parts.figures.sumByMonth(`${year}-01`, `${year}-12`, { opds: [code], kind: 'survey' }),
    parts.provider?.readDay(today),
  ]);
  const sums = new Map<string, number>();
  for (const { measure, amount } of months) sums.set(measure, (sums.get(measure) ?? 0) + amount);
  // A year is judged by the rule of its last day.
  const rule = findSurveyRule(`${year}-12-31`);
  const result = rule ? computeSurvey(sums, rule) : undefined;
  const { asOfMs, missing = [] } = provider?.describe(code) ?? {};
  return {
    year,
    answers: sums.get('survey') ?? 0,
    elements: rule && result ? listElements(rule, result) : [],
    ikm: result?.ikm?.value ?? null,
    grade: result?.ikm?.grade ?? null,
    missing: [...(result?.missing ?? ['aturan survei untuk tahun itu tidak diketahui']), ...missing],
    asOf: asOfMs === undefined ? null : formatJakartaInstant(asOfMs),
    rule: describeRule(rule),
  };
}

function listElements({ elements }: SurveyRule, { means }: SurveyResult) {
  return elements.map((name, index) => {
    const mean = means[index];
    return { element: `U${index + 1}`, name, mean: mean === undefined ? null : roundTo2(mean) };
  });
}
