import type { Allowances, ReportingSum } from '../../ports/allowances.ts';
import type { FigureProvider, OpdSum, Provenance } from './figure-provider.ts';
import { addMonths, lastDayOf, monthOf } from './months.ts';

/** As far back as a month with counted days is looked for. */
const MONTHS_BACK = 2;

/** Creates the provider of who reports to e-Kinerja: employees' working days with a report, of the last month counted. */
export function createReportingFigures(
  allowances: Pick<Allowances, 'sumReporting' | 'sumReportingByMonth' | 'listReportingSources'>,
): FigureProvider {
  const readLast = async (day: string) => {
    for (let back = 0; back <= MONTHS_BACK; back++) {
      const month = addMonths(monthOf(day), -back);
      const sums = await allowances.sumReporting(`${month}-01`, back === 0 ? day : lastDayOf(month));
      if (sums.length > 0) return { month, sums };
    }
    return { month: monthOf(day), sums: [] };
  };
  return {
    kind: 'report',
    readOn: async () => [],
    readMonths: async (from, to) =>
      (await allowances.sumReportingByMonth(from, to)).flatMap((one) =>
        asSums(one).map((sum) => ({ ...sum, month: one.month })),
      ),
    readDay: async (day) => {
      const [{ month, sums }, sources] = await Promise.all([readLast(day), allowances.listReportingSources()]);
      const known = new Set(sums.map(({ opd }) => opd));
      const describe = (opd: string): Provenance => ({
        systems: sources.map(({ system }) => system),
        // The copies’ age: what changes in them is counted again within a minute.
        asOfMs: sources.length > 0 ? Math.min(...sources.map(({ asOfMs }) => asOfMs)) : undefined,
        missing: known.has(opd) || (opd === '*' && known.size > 0) ? [] : ['Laporan pegawai OPD ini belum terhitung.'],
        isDefault: false,
        version: month,
      });
      return { stock: [], flow: sums.flatMap(asSums), describe };
    },
  };
}

function asSums({ opd, expected, reported }: ReportingSum): OpdSum[] {
  return [
    { opd, name: 'expected', amount: expected },
    { opd, name: 'reported', amount: reported },
  ];
}
