import type { CityMetric } from '../generated/resolver-types.ts';
import { addUp, type SumsByOpd, WHOLE_CITY } from './add-up.ts';
import type { FigureKind, FigureProvider, Provenance } from './figure-provider.ts';
import { metrics, type Sums } from './metrics.ts';

/** A figure of one OPD or of the city, and what it stands on. */
export interface Figure {
  /** Undefined where something is missing or there is nothing to tell it from; never 0 for want of data. */
  readonly value: number | undefined;
  readonly count: number;
  readonly rule: string;
  readonly provenance: Provenance;
}

/** The city as it stood at the end of a day. */
export interface CitySnapshot {
  readonly day: string;
  /** `WHOLE_CITY`, or the code of an OPD. */
  figure(metric: CityMetric, opd: string): Figure;
  /** Where the figures of a kind come from. */
  provenance(kind: FigureKind, opd: string): Provenance;
  /** The sums of a kind behind its figures, for what is told of them beside one number. */
  sums(kind: FigureKind, over: 'stock' | 'flow', opd: string): Sums;
}

const NO_SUMS: Sums = new Map();
const NOWHERE: Provenance = {
  systems: [],
  asOfMs: undefined,
  missing: ['Bagian hub yang membawa angka ini tidak berjalan di sini.'],
  isDefault: false,
  version: '',
};

interface KindSums {
  readonly stock: SumsByOpd;
  readonly flow: SumsByOpd;
  readonly describe: (opd: string) => Provenance;
}

/** Reads every provider once; whatever it costs, it is the same for ten records and for a million. */
export async function readSnapshot(providers: readonly FigureProvider[], day: string): Promise<CitySnapshot> {
  const kinds = new Map<FigureKind, KindSums>(
    await Promise.all(
      providers.map(async ({ kind, readDay }): Promise<[FigureKind, KindSums]> => {
        const { stock, flow, describe } = await readDay(day);
        return [kind, { stock: addUp(stock), flow: addUp(flow), describe }];
      }),
    ),
  );
  const sums: CitySnapshot['sums'] = (kind, over, opd) => kinds.get(kind)?.[over].get(opd) ?? NO_SUMS;
  const describe: CitySnapshot['provenance'] = (kind, opd) => kinds.get(kind)?.describe(opd) ?? NOWHERE;
  return {
    day,
    sums,
    provenance: describe,
    figure: (name, opd) => {
      const metric = metrics[name];
      const provenance = describe(metric.kind, opd);
      const of = sums(metric.kind, metric.over, opd);
      // The city's figure is of the OPDs that have one: what is missing is told beside it.
      const isKnown = provenance.missing.length === 0 || (opd === WHOLE_CITY && of.size > 0);
      return {
        value: isKnown ? metric.compute(of) : undefined,
        count: isKnown ? metric.count(of) : 0,
        rule: metric.rule,
        provenance,
      };
    },
  };
}
