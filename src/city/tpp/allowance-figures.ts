import type { AllowanceSum, Allowances } from '../../ports/allowances.ts';
import type { FigureProvider, OpdSum } from '../status/figure-provider.ts';
import { addMonths, lastDayOf, listMonths, monthOf } from '../status/months.ts';

/** The newest of these that is there decides; this month is not over yet. */
const MONTHS_BACK = [-1, 0] as const;
const SYSTEMS = ['bkpsdmd/kepegawaian', 'bpkad/simda'];

/** As far back as the last month that was paid is looked for. */
const PAID_MONTHS_BACK = 3;

/** Creates the provider of allowances (TPP): sums of the last month that is over and paid, never of a person. */
export function createAllowanceFigures(allowances: Pick<Allowances, 'sumByOpd'>): FigureProvider {
  const find = async (day: string) => {
    for (let back = 1; back <= PAID_MONTHS_BACK; back++) {
      const month = await allowances.sumByOpd(addMonths(monthOf(day), -back));
      // BPKAD pays a month in the middle of the next one: until then everybody would seem to be paid nothing.
      if (month?.sums.some(({ paid }) => paid > 0)) return month;
    }
    return undefined;
  };
  const read = async (day: string) => ((await find(day))?.sums ?? []).flatMap(asSums);
  return {
    kind: 'tpp',
    readOn: read,
    readSpan: read,
    readMonths: async (from, to) => {
      const months = await Promise.all(
        listMonths(from, to).map(async (month) =>
          ((await allowances.sumByOpd(month))?.sums ?? []).flatMap(asSums).map((sum) => ({ ...sum, month })),
        ),
      );
      return months.flat();
    },
    describe: async (day) => {
      const month = await find(day);
      const known = new Set(month?.sums.map(({ opd }) => opd));
      const missing = month
        ? 'Tidak ada pegawai OPD ini dalam data kepegawaian.'
        : `TPP bulan ${addMonths(monthOf(day), -1)} belum dihitung.`;
      return (opd) => ({
        systems: SYSTEMS,
        asOfMs: month?.computedAtMs,
        missing: month && (opd === '*' || known.has(opd)) ? [] : [missing],
        isDefault: month?.rule?.isDefault ?? false,
        version: month?.rule ? `${month.rule.name} ${month.rule.version}` : '',
      });
    },
  };
}

function asSums({ opd, employees, paid, computed, discrepancyCount, incompleteCount }: AllowanceSum): OpdSum[] {
  const sums = { employees, paid, computed, discrepancies: discrepancyCount, incomplete: incompleteCount };
  return Object.entries(sums).map(([name, amount]) => ({ opd, name, amount }));
}

/** Creates the provider of who reports to e-Kinerja: of this month so far, or of the last one while nobody has yet. */
export function createReportingFigures(allowances: Pick<Allowances, 'sumReporting'>): FigureProvider {
  const readMonth = async (month: string, until = lastDayOf(month)) =>
    (await allowances.sumReporting(`${month}-01`, until)).flatMap(({ opd, expected, reported }): OpdSum[] => [
      { opd, name: 'expected', amount: expected },
      { opd, name: 'reported', amount: reported },
    ]);
  const read = async (day: string) => {
    for (const back of MONTHS_BACK.toReversed()) {
      const found = await readMonth(addMonths(monthOf(day), back), back === 0 ? day : undefined);
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    kind: 'report',
    readOn: read,
    readSpan: read,
    readMonths: async (from, to) => {
      const months = listMonths(from, to);
      return (
        await Promise.all(months.map(async (month) => (await readMonth(month)).map((sum) => ({ ...sum, month }))))
      ).flat();
    },
    describe: async (day) => {
      const known = new Set((await read(day)).map(({ opd }) => opd));
      return (opd) => ({
        systems: ['bkpsdmd/kepegawaian'],
        asOfMs: undefined,
        missing:
          known.has(opd) || (opd === '*' && known.size > 0) ? [] : ['Belum ada laporan e-Kinerja yang terhitung.'],
        isDefault: false,
        version: '',
      });
    },
  };
}
