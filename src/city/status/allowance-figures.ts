import type { AllowanceMonth, Allowances } from '../../ports/allowances.ts';
import type { FigureProvider, OpdSum } from './figure-provider.ts';
import { addMonths, listMonths, monthOf } from './months.ts';

/** As far back as the last settled month is looked for. */
const MONTHS_BACK = 3;

/** Creates the provider of allowances (TPP): sums of the last month that was paid and computed, and nobody's own. */
export function createAllowanceFigures(allowances: Allowances): FigureProvider {
  return {
    kind: 'tpp',
    readOn: async () => [],
    readSpan: async (day) => asSums((await findLast(allowances, day))?.settled),
    readMonths: async (from, to) => {
      const months = listMonths(from, to);
      const sums = await Promise.all(months.map((month) => allowances.sumByOpd(month)));
      return months.flatMap((month, index) => asSums(sums[index]).map((sum) => ({ ...sum, month })));
    },
    describe: async (day) => {
      const last = await findLast(allowances, day);
      const opds = new Set(last?.settled.sums.map(({ opd }) => opd));
      const { rule, computedAtMs } = last?.settled ?? {};
      return (opd) => ({
        systems: ['bpkad/simda', 'bkpsdmd/kepegawaian', 'hub'],
        asOfMs: computedAtMs,
        missing: listMissing(last !== undefined, opd === '*' || opds.has(opd)),
        isDefault: rule?.isDefault ?? false,
        version: rule ? `${rule.name} ${rule.version}, ${last?.month}` : '',
      });
    },
  };
}

function listMissing(isComputed: boolean, hasEmployees: boolean): readonly string[] {
  if (!isComputed) return ['TPP belum pernah dihitung hub.'];
  return hasEmployees ? [] : ['Tidak ada pegawai OPD ini dalam data kepegawaian.'];
}

/** The last month before the day's that somebody was paid for; it is settled, while this one still runs. */
async function findLast(
  allowances: Allowances,
  day: string,
): Promise<{ readonly month: string; readonly settled: AllowanceMonth } | undefined> {
  for (let back = 1; back <= MONTHS_BACK; back++) {
    const month = addMonths(monthOf(day), -back);
    const settled = await allowances.sumByOpd(month);
    if (settled?.sums.some(({ paid }) => paid > 0)) return { month, settled };
  }
  return undefined;
}

function asSums(month: AllowanceMonth | undefined): OpdSum[] {
  return (month?.sums ?? []).flatMap(({ opd, employees, paid, computed, discrepancyCount, incompleteCount }) => [
    { opd, name: 'employees', amount: employees },
    { opd, name: 'paid', amount: paid },
    { opd, name: 'computed', amount: computed },
    { opd, name: 'discrepancies', amount: discrepancyCount },
    { opd, name: 'incomplete', amount: incompleteCount },
  ]);
}
