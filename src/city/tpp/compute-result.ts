import type { AllowanceResult, PaidAllowance } from '../../ports/allowances.ts';
import { type GraphMonth, gatherFacts, type MonthCircumstances, numberOf, textOf } from './gather-facts.ts';
import type { MonthRule } from './read-rules.ts';

/** Computes one employee's month and sets it beside what BPKAD paid. */
export function computeResult(
  records: GraphMonth,
  circumstances: MonthCircumstances,
  rule: MonthRule | undefined,
): Omit<AllowanceResult, 'anomalies' | 'sources'> {
  const { month } = circumstances;
  const { employee } = records;
  const payment = records.payments.find(({ record }) => record.month === month);
  const facts = gatherFacts(records, circumstances);
  const computed = rule?.compute(facts);
  const missing = [
    ...(rule ? [] : [{ input: 'RULE', detail: `Tidak ada aturan TPP untuk bulan ${month}` }]),
    ...(employee ? [] : [{ input: 'EMPLOYEE', detail: 'Pegawai tidak ada di data kepegawaian BKPSDMD' }]),
    ...(computed?.missing ?? []),
  ];
  const amount = missing.length > 0 ? undefined : computed?.amount;
  const paid = payment && readPaid(payment, rule?.isNet ?? false);
  return {
    month,
    nip: textOf(employee?.nip) ?? textOf(payment?.record.nip) ?? '',
    name: textOf(employee?.name),
    opd: textOf((employee?.opd as Readonly<Record<string, unknown>> | null | undefined)?.code) ?? '',
    unit: textOf(employee?.unit) ?? textOf(payment?.record.unit),
    rule: rule && { name: rule.name, version: rule.version, isDefault: rule.isDefault, source: rule.source },
    ceiling: facts.ceiling?.amount,
    ceilingSource: facts.ceiling?.source,
    amount,
    lines: computed?.lines ?? [],
    missing,
    paid,
    discrepancy: amount === undefined || paid === undefined ? undefined : amount - paid.amount,
  };
}

/** The payment on the same footing as the rule: what is paid out where the rule knows tax and insurance, else the gross. */
function readPaid({ record, system }: GraphMonth['payments'][number], isNet: boolean): PaidAllowance | undefined {
  const amount = numberOf(isNet ? record.net : record.gross);
  return amount === undefined ? undefined : { amount, paidOn: textOf(record.paidOn), system };
}
