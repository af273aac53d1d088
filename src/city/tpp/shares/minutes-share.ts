import type { MinutesShare } from '../allowance-rule.ts';
import type { MonthFacts } from '../month-facts.ts';
import { createLine, percentageOf } from '../percentage.ts';
import type { Ledger } from './ledger.ts';

/** Computes what approved work earns: minutes that were approved in time against the target. */
export function addMinutes(ledger: Ledger, rule: MinutesShare, facts: MonthFacts, ceiling: number): void {
  if (!facts.activities) {
    ledger.lack('ACTIVITIES', `Tidak ada laporan kegiatan bulan ${facts.month}`);
    return;
  }
  const cutOff = cutOffOf(facts.month, rule.approvedBefore);
  const inTime = facts.activities.filter(({ approvedOn }) => approvedOn !== undefined && approvedOn < cutOff);
  const minutes = inTime.reduce((sum, { approvedMinutes }) => sum + approvedMinutes, 0);
  const share = createLine('', ceiling, rule.percent, '').amount;
  const evidence = `${minutes} menit disetujui sebelum ${cutOff}, dari ${rule.target}`;
  ledger.add(`Kinerja (${rule.percent} % pagu)`, share, percentageOf(minutes, rule.target), evidence);
}

/** The first day of the month after on which an approval counts no longer. */
export function cutOffOf(month: string, day: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return `${next}-${String(day).padStart(2, '0')}`;
}
