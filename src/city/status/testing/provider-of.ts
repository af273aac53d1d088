import type { FigureKind, FigureProvider, OpdMonthSum, Provenance } from '../figure-provider.ts';
import { addMonths, lastDayOf, monthOf } from '../months.ts';

/** A provider of sums that came about in months, told as plainly as can be. */
export function providerOf(
  kind: FigureKind,
  sums: readonly OpdMonthSum[],
  provenance: Partial<Provenance> & { readonly without?: readonly string[] } = {},
): FigureProvider {
  const { without = [], ...known } = provenance;
  const readOn = async (day: string) => sums.filter(({ month }) => lastDayOf(month) <= day);
  return {
    kind,
    readOn,
    readMonths: async (from, to) => sums.filter(({ month }) => from <= month && month <= to),
    readDay: async (day) => ({
      stock: await readOn(day),
      flow: sums.filter(({ month }) => addMonths(monthOf(day), -11) <= month && month <= monthOf(day)),
      describe: (opd) => ({
        ...{ systems: ['uji/sistem'], asOfMs: 0, missing: [], isDefault: false, version: '1' },
        ...known,
        ...(without.includes(opd) && { missing: ['Belum terhubung.'] }),
      }),
    }),
  };
}
