import { digitalShare } from '../services/digital-share.ts';
import type { ServiceCatalogue } from '../services/service-catalogue.ts';
import type { FigureProvider, OpdMonthSum, OpdSum, Provenance } from './figure-provider.ts';
import { addMonths, lastDayOf, listMonths } from './months.ts';

/** Creates the provider of how far the services in the catalogue are digital. */
export function createServiceFigures(catalogue: ServiceCatalogue): FigureProvider {
  const readOn = (day: string): OpdSum[] =>
    [...digitalShare(catalogue.list(), day)].flatMap(([opd, { services, fullyDigital }]) => [
      { opd, name: 'services', amount: services },
      { opd, name: 'digital', amount: fullyDigital },
    ]);
  return {
    kind: 'service',
    readOn: async (day) => readOn(day),
    readMonths: async (from, to) =>
      listMonths(from, to).flatMap((month) =>
        changesIn(month, readOn(lastDayOf(addMonths(month, -1))), readOn(lastDayOf(month))),
      ),
    readDay: async (day) => {
      const shares = digitalShare(catalogue.list(), day);
      const describe = (opd: string): Provenance => ({
        systems: ['hub'],
        asOfMs: undefined,
        missing: opd === '*' || shares.get(opd)?.services ? [] : ['Belum ada layanan OPD ini dalam katalog.'],
        isDefault:
          opd === '*' ? [...shares.values()].some(({ isDefault }) => isDefault) : (shares.get(opd)?.isDefault ?? false),
        version: catalogue.version,
      });
      // A stock: nothing is counted over a span.
      return { stock: readOn(day), flow: [], describe };
    },
  };
}

function changesIn(month: string, before: readonly OpdSum[], after: readonly OpdSum[]): OpdMonthSum[] {
  return [...after, ...before.map((sum) => ({ ...sum, amount: -sum.amount }))].map((sum) => ({ ...sum, month }));
}
