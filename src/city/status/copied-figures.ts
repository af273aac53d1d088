import type { CityFigures, FactKind, MeasureSum } from '../../ports/city-figures.ts';
import type { FigureSource, FigureSources } from '../../ports/figure-sources.ts';
import type { FigureProvider, OpdSum, Provenance } from './figure-provider.ts';
import { addMonths, monthOf } from './months.ts';

/** What an OPD lacks when nothing of a kind is counted for it. */
const NOT_CONNECTED: Readonly<Record<FactKind, string>> = {
  application: 'Belum ada sistem permohonan OPD ini yang terhubung dengan hub.',
  complaint: 'Belum ada sistem pengaduan yang terhubung dengan hub.',
  survey: 'Belum ada sistem survei kepuasan yang terhubung dengan hub.',
};

export interface CopiedFiguresParts {
  readonly figures: CityFigures;
  readonly sources: FigureSources;
  /** Version of the service catalogue and the calendar, by which days are due. */
  readonly version: string;
  /** Whether the standards in it are the hub's own assumption. */
  readonly isDefault: boolean;
}

/** Creates the provider of what is counted from the hub's copies: applications, complaints or answers of the survey. */
export function createCopiedFigures(kind: FactKind, parts: CopiedFiguresParts): FigureProvider {
  const { figures, sources, version, isDefault } = parts;
  const readOn = async (day: string) => (await figures.sumUntil(day, { kind })).map(asSum);
  const more = { version, isDefault: isDefault && kind !== 'survey' };
  return {
    kind,
    readOn,
    readMonths: async (from, to, byService) =>
      (await figures.sumByMonth(from, to, { kind, ...(byService && { byService }) })).map((sum) => ({
        ...asSum(sum),
        month: sum.month,
        service: sum.service,
      })),
    readDay: async (day) => {
      const to = monthOf(day);
      const [stock, months, all] = await Promise.all([
        readOn(day),
        figures.sumByMonth(addMonths(to, -11), to, { kind }),
        sources.list(),
      ]);
      const ofKind = all.filter((one) => one.kind === kind);
      return { stock, flow: months.map(asSum), describe: (opd) => describe(kind, ofKind, opd, more) };
    },
  };
}

function asSum({ opd, measure, amount }: MeasureSum): OpdSum {
  return { opd, name: measure, amount };
}

function describe(
  kind: FactKind,
  sources: readonly FigureSource[],
  opd: string,
  more: Pick<Provenance, 'version' | 'isDefault'>,
): Provenance {
  const used = sources.filter((one) => one.opd === undefined || one.opd === opd || opd === '*');
  const systems = [...new Set(used.map(({ system }) => system))];
  if (used.length === 0) return { ...more, systems, asOfMs: undefined, missing: [NOT_CONNECTED[kind]] };
  const unread = used.filter(({ asOfMs }) => asOfMs === undefined);
  const ages = used.flatMap(({ asOfMs }) => asOfMs ?? []);
  return {
    ...more,
    systems,
    asOfMs: unread.length > 0 ? undefined : Math.min(...ages),
    missing: unread.map(({ system }) => `${system} belum pernah terbaca seluruhnya.`),
  };
}
