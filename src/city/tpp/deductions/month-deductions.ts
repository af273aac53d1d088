import type { AllowanceRule } from '../allowance-rule.ts';
import type { MonthFacts } from '../month-facts.ts';
import { sumLines } from '../percentage.ts';
import type { Ledger } from '../shares/ledger.ts';

/** Deducts for long leave: the highest number of days that the month reaches decides. */
export function deductLeave(ledger: Ledger, { leave }: AllowanceRule, facts: MonthFacts): void {
  if (!leave) return;
  if (!facts.attendance || facts.attendance.length === 0) {
    ledger.lack('ATTENDANCE', `Tidak ada data kehadiran bulan ${facts.month}`);
    return;
  }
  const onLeave = new Set([
    ...facts.attendance.filter(({ kind }) => kind === 'ON_LEAVE').map(({ on }) => on),
    ...facts.documents.filter(({ kind }) => kind === 'ON_LEAVE').map(({ on }) => on),
  ]);
  const step = leave.toSorted((one, other) => other.days - one.days).find(({ days }) => onLeave.size >= days);
  if (step) ledger.add('Cuti', sumLines(ledger.lines), -step.percent, `${onLeave.size} hari cuti`);
}

/** Deducts for disciplinary sanctions (hukdis), each of what the shares come to. */
export function deductSanctions(ledger: Ledger, { sanctions }: AllowanceRule, facts: MonthFacts): void {
  if (!sanctions) return;
  if (!facts.sanctions) {
    ledger.lack('SANCTIONS', 'Data hukuman disiplin tidak tersedia');
    return;
  }
  const base = sumLines(ledger.lines);
  for (const { level, reference } of facts.sanctions) {
    const percent = sanctions[level];
    if (percent === undefined) ledger.lack('SANCTIONS', 'Tingkat hukuman disiplin tidak dikenal oleh aturan');
    else ledger.add('Hukuman disiplin', base, -percent, reference);
  }
}

/** Withholds what the employee owes the city for damages (TGR). */
export function deductClaims(ledger: Ledger, { claims }: AllowanceRule, facts: MonthFacts): void {
  if (!claims) return;
  if (!facts.claims) {
    ledger.lack('CLAIMS', 'Data tuntutan ganti rugi (TGR) tidak tersedia');
    return;
  }
  for (const { amount, reference } of facts.claims) ledger.add('TGR', amount, -100, reference);
}

/** Deducts income tax, by grade of position, and insurance, each of the gross amount. */
export function deductCharges(ledger: Ledger, { tax, insurance }: AllowanceRule, facts: MonthFacts): void {
  const gross = sumLines(ledger.lines);
  const { grade } = facts.employee;
  if (tax && grade === undefined) ledger.lack('GRADE', 'Kelas jabatan tidak diketahui');
  const band = tax?.find(({ upToGrade }) => upToGrade === undefined || (grade ?? 0) <= upToGrade);
  if (band && grade !== undefined) ledger.add('PPh 21', gross, -band.percent, `kelas jabatan ${grade}`);
  for (const { name, percent } of insurance ?? []) ledger.add(name, gross, -percent, 'dari TPP bruto');
}
