import type { CheckInShare } from '../allowance-rule.ts';
import type { AttendanceFact, MonthFacts } from '../month-facts.ts';
import { createLine, percentageOf } from '../percentage.ts';
import { findDays } from './attendance-share.ts';
import type { Ledger } from './ledger.ts';

/** Computes what check-ins earn: those of the month against so many a working day; a document stands for a whole day. */
export function addCheckIns(ledger: Ledger, rule: CheckInShare, facts: MonthFacts, ceiling: number): void {
  const days = findDays(ledger, facts);
  if (!days) return;
  const documents = new Set(facts.documents.map(({ on }) => on));
  const counts = days.map((day) => countOf(day, documents, rule.perDay));
  if (counts.includes(undefined)) {
    ledger.lack('CHECK_INS', 'Sistem kehadiran tidak menghitung berapa kali absen dalam sehari');
    return;
  }
  const done = counts.reduce<number>((sum, count = 0) => sum + count, 0);
  const wanted = days.length * rule.perDay;
  const share = createLine('', ceiling, rule.percent, '').amount;
  ledger.add(
    `Absensi (${rule.percent} % pagu)`,
    share,
    percentageOf(done, wanted),
    `${done} dari ${wanted} kali absen`,
  );
}

function countOf({ on, kind, checkIns }: AttendanceFact, documents: ReadonlySet<string>, perDay: number) {
  if (documents.has(on) || (kind !== 'PRESENT' && kind !== 'ABSENT')) return perDay;
  return kind === 'ABSENT' ? 0 : checkIns && Math.min(checkIns, perDay);
}
