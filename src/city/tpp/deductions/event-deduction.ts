import type { EventDeduction } from '../allowance-rule.ts';
import type { MonthFacts } from '../month-facts.ts';
import type { Ledger } from '../shares/ledger.ts';

/** Deducts from the ceiling for an event of one day, when the employee has neither record nor document of that day. */
export function deductEvent(ledger: Ledger, event: EventDeduction, facts: MonthFacts, ceiling: number): void {
  const day = facts.attendance?.find(({ on }) => on === event.on);
  if (!day) {
    ledger.lack('ATTENDANCE', `Tidak ada data kehadiran tanggal ${event.on}`);
    return;
  }
  if (day.kind !== 'ABSENT' || facts.documents.some(({ on }) => on === event.on)) return;
  const { kind, position } = facts.employee;
  if (kind === undefined) {
    ledger.lack('EMPLOYEE_KIND', 'Status pegawai (PNS atau PPPK) tidak diketahui');
    return;
  }
  const isStructural = event.structuralPositions.some((beginning) => position?.startsWith(beginning));
  const found = event.deductions.find(
    (one) => (one.kind ?? kind) === kind && (one.structural ?? isStructural) === isStructural,
  );
  if (!found) return;
  const who = isStructural ? 'pejabat struktural' : kind;
  ledger.add(event.name, ceiling, -found.percent, `${event.on}: tidak hadir, ${who}`);
}
