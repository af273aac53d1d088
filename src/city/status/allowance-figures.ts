import type { AllowanceMonth, AllowanceSum, Allowances } from '../../ports/allowances.ts';
import type { FigureProvider, OpdSum, Provenance } from './figure-provider.ts';
import { addMonths, monthOf } from './months.ts';

/** As far back as the last settled month is looked for. */
const MONTHS_BACK = 3;

/** Creates the provider of allowances (TPP): sums of the last month that was paid and computed, and nobody's own. */
export function createAllowanceFigures(allowances: Pick<Allowances, 'sumByOpd' | 'sumByMonth'>): FigureProvider {
  return {
    kind: 'tpp',
    readOn: async () => [],
    readMonths: async (from, to) =>
      (await allowances.sumByMonth(from, to)).flatMap((one) =>
        asSums([one]).map((sum) => ({ ...sum, month: one.month })),
      ),
    readDay: async (day) => {
      const last = await findLast(allowances, day);
      const { rule, computedAtMs } = last?.settled ?? {};
      const describe = (opd: string): Provenance => ({
        systems: ['bpkad/simda', 'bkpsdmd/kepegawaian', 'hub'],
        asOfMs: computedAtMs,
        ...findMissing(last?.settled.sums, opd),
        isDefault: rule?.isDefault ?? false,
        version: rule ? `${rule.name} ${rule.version}, ${last?.month}` : '',
      });
      return { stock: [], flow: asSums(last?.settled.sums ?? []), describe };
    },
  };
}

function findMissing(
  sums: readonly AllowanceSum[] | undefined,
  opd: string,
): Pick<Provenance, 'missing' | 'partlyMissing'> {
  if (!sums) return { missing: ['TPP belum pernah dihitung hub.'] };
  const own = sums.filter((sum) => opd === '*' || sum.opd === opd);
  if (own.length === 0) return { missing: ['Tidak ada pegawai OPD ini dalam data kepegawaian.'] };
  const add = (key: 'employees' | 'incompleteCount') => own.reduce((total, sum) => total + sum[key], 0);
  const incomplete = add('incompleteCount');
  if (incomplete === 0) return { missing: [] };
  const words = `TPP ${incomplete} dari ${add('employees')} pegawai belum terhitung, karena ada data yang kurang.`;
  return { missing: [], partlyMissing: [words] };
}

/** The last month before the day's that somebody was paid for; it is settled, while this one still runs. */
async function findLast(
  allowances: Pick<Allowances, 'sumByOpd'>,
  day: string,
): Promise<{ readonly month: string; readonly settled: AllowanceMonth } | undefined> {
  for (let back = 1; back <= MONTHS_BACK; back++) {
    const month = addMonths(monthOf(day), -back);
    const settled = await allowances.sumByOpd(month);
    if (settled?.sums.some(({ paid }) => paid > 0)) return { month, settled };
  }
  return undefined;
}

function asSums(all: readonly AllowanceSum[]): OpdSum[] {
  return all.flatMap(({ opd, incompleteCount, discrepancyCount, ...sums }) => [
    { opd, name: 'employees', amount: sums.employees },
    { opd, name: 'paid', amount: sums.paid },
    { opd, name: 'computed', amount: sums.computed },
    { opd, name: 'discrepancy', amount: sums.discrepancy },
    { opd, name: 'discrepancies', amount: discrepancyCount },
    { opd, name: 'incomplete', amount: incompleteCount },
  ]);
}
