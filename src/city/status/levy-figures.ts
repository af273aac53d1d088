import type { LevyCounts } from '../../ports/levy-counts.ts';
import type { FigureProvider, OpdMonthSum } from './figure-provider.ts';
import { addMonths, monthOf } from './months.ts';

/** Creates the provider of reports of illegal levies: how many, of which OPD and service; never what stands in them. */
export function createLevyFigures(counts: LevyCounts): FigureProvider {
  const readMonths = async (from: string, to: string): Promise<OpdMonthSum[]> =>
    (await counts.countByMonth(from, to)).map(({ opd, service, month, received }) => ({
      ...{ opd, service, month },
      name: 'reports',
      amount: received,
    }));
  return {
    kind: 'levy',
    readOn: async () => [],
    readMonths,
    readDay: async (day) => ({
      stock: [],
      flow: await readMonths(addMonths(monthOf(day), -11), monthOf(day)),
      describe: () => ({ systems: ['hub'], asOfMs: undefined, missing: [], isDefault: false, version: '' }),
    }),
  };
}
