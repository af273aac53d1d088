import type { SakipScores, SakipYearScore } from '../../ports/sakip-scores.ts';
import type { FigureProvider, OpdSum, Provenance } from './figure-provider.ts';

const SYSTEM = 'bag-organisasi/esakip';
/** An evaluation comes months after its year; older ones than this say nothing of the OPD as it is. */
const YEARS_BACK = 3;

/** Creates the provider of evaluations (SAKIP): each OPD by its latest. */
export function createSakipFigures(scores: SakipScores): FigureProvider {
  return {
    kind: 'sakip',
    readOn: async () => [],
    readMonths: async (from, to) => {
      const years = listYears(Number(from.slice(0, 4)), Number(to.slice(0, 4)));
      // An evaluation is of a whole year: it stands at its end.
      return ((await scores.listScores(years)) ?? [])
        .map((score) => ({ score, month: `${score.year}-12` }))
        .filter(({ month }) => from <= month && month <= to)
        .flatMap(({ score, month }) => asSums(score).map((sum) => ({ ...sum, month })));
    },
    readDay: async (day) => {
      const year = Number(day.slice(0, 4));
      const read = await scores.listScores(listYears(year - YEARS_BACK, year));
      const latest = new Map(latestOfEach(read ?? []).map((score) => [score.opd, score]));
      const ages = [...latest.values()].map(({ asOfMs }) => asOfMs);
      const none = read ? 'Belum ada evaluasi SAKIP OPD ini.' : 'e-SAKIP belum pernah terbaca.';
      const describe = (opd: string): Provenance => ({
        systems: [SYSTEM],
        asOfMs: latest.get(opd)?.asOfMs ?? (ages.length > 0 ? Math.min(...ages) : undefined),
        missing: opd === '*' ? (read ? [] : [none]) : latest.has(opd) ? [] : [none],
        isDefault: false,
        version: latest.get(opd) ? `LHE ${latest.get(opd)?.year}` : '',
      });
      return { stock: [], flow: [...latest.values()].flatMap(asSums), describe };
    },
  };
}

function listYears(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function latestOfEach(scores: readonly SakipYearScore[]): SakipYearScore[] {
  const latest = new Map<string, SakipYearScore>();
  for (const score of scores) {
    const before = latest.get(score.opd);
    if (score.reported.total !== undefined && (before === undefined || before.year < score.year))
      latest.set(score.opd, score);
  }
  return [...latest.values()];
}

function asSums({ opd, reported }: SakipYearScore): OpdSum[] {
  if (reported.total === undefined) return [];
  return [
    { opd, name: 'score', amount: reported.total },
    { opd, name: 'evaluations', amount: 1 },
  ];
}
