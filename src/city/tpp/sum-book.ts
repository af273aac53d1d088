import type { AllowanceResult, AllowanceSum } from '../../ports/allowances.ts';
import type { EmployeeMonth } from '../../store/index.ts';
import type { MonthRunOutcome } from './run-month.ts';

type Sum = { -readonly [Key in keyof AllowanceSum]: AllowanceSum[Key] };

/** Adds up results by OPD, for those who may see no single one. */
export class SumBook {
  readonly #sums = new Map<string, Sum>();
  #records = 0;
  employees = 0;

  add({ opd, amount, paid, discrepancy }: AllowanceResult, { records }: EmployeeMonth): void {
    const sum = this.#sums.get(opd) ?? openSum(opd);
    this.#sums.set(opd, sum);
    sum.employees += 1;
    sum.paid += paid?.amount ?? 0;
    sum.computed += amount ?? 0;
    sum.discrepancy += discrepancy ?? 0;
    if (discrepancy !== undefined && discrepancy !== 0) sum.discrepancyCount += 1;
    if (amount === undefined) sum.incompleteCount += 1;
    this.employees += 1;
    for (const ofType of Object.values(records)) this.#records += ofType.length;
  }

  list(): AllowanceSum[] {
    return [...this.#sums.values()].sort((one, other) => (one.opd < other.opd ? -1 : 1));
  }

  outcome(): MonthRunOutcome {
    const total = (key: 'incompleteCount' | 'discrepancyCount') => this.list().reduce((sum, one) => sum + one[key], 0);
    return {
      employees: this.employees,
      records: this.#records,
      incomplete: total('incompleteCount'),
      discrepancies: total('discrepancyCount'),
    };
  }
}

function openSum(opd: string): Sum {
  return { opd, employees: 0, paid: 0, computed: 0, discrepancy: 0, discrepancyCount: 0, incompleteCount: 0 };
}
