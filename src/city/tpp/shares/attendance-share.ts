import type { AttendanceShare, MinuteStep } from '../allowance-rule.ts';
import type { AttendanceFact, DayDocument, MonthFacts } from '../month-facts.ts';
import type { Ledger } from './ledger.ts';

/** Computes what attendance earns: the whole share, less each day's deductions, never less than nothing. */
export function addAttendance(ledger: Ledger, rule: AttendanceShare, facts: MonthFacts, ceiling: number): void {
  const days = findDays(ledger, facts);
  if (!days) return;
  const share = ledger.add('Disiplin', ceiling, rule.percent, `${days.length} hari kerja`);
  const base = rule.of === 'month' ? share : Math.floor((2 * share + days.length) / (2 * days.length));
  const documents = new Map(facts.documents.map((one) => [one.on, one]));
  const deducted = days
    .map((day) => deductDay(ledger, rule, day, documents.get(day.on), base))
    .reduce((sum, one) => sum + one, 0);
  if (share + deducted < 0)
    ledger.add('Disiplin: tidak kurang dari nol', -(share + deducted), 100, 'Potongan melebihi bagian disiplin');
}

/** The month's days; missing is noted when there is none, or not one for each working day. */
export function findDays(ledger: Ledger, { attendance = [], workingDays, month }: MonthFacts) {
  if (attendance.length === 0) {
    ledger.lack('ATTENDANCE', `Tidak ada data kehadiran bulan ${month}`);
    return undefined;
  }
  // What is known so far is told line by line, without a sum.
  if (workingDays !== undefined && attendance.length < workingDays)
    ledger.lack('ATTENDANCE', `Data kehadiran baru ${attendance.length} dari ${workingDays} hari kerja`);
  return attendance;
}

function deductDay(
  ledger: Ledger,
  rule: AttendanceShare,
  day: AttendanceFact,
  document: DayDocument | undefined,
  base: number,
): number {
  const deduct = (what: string, percent: number, evidence: string) =>
    percent === 0 ? 0 : ledger.add(`Disiplin: ${what}`, base, -percent, `${day.on}: ${evidence}`);
  // Whoever has a document was not there with leave, whatever the machine has noted of the day.
  if (document || (day.kind !== 'PRESENT' && day.kind !== 'ABSENT')) return 0;
  if (day.kind === 'ABSENT') return deduct('tanpa keterangan', rule.absent, 'tidak ada catatan dan dokumen');
  const late = findStep(rule.late, day.secondsLate, rule.graceSeconds);
  const early = findStep(rule.early, day.secondsEarly, rule.graceSeconds);
  return (
    deduct(`terlambat ${describeStep(late)}`, late?.percent ?? 0, `terlambat ${minutesOf(day.secondsLate)}`) +
    deduct(`pulang cepat ${describeStep(early)}`, early?.percent ?? 0, `pulang cepat ${minutesOf(day.secondsEarly)}`) +
    (day.hasCheckOut ? 0 : deduct('tidak absen pulang', rule.noCheckOut, 'tidak ada catatan pulang'))
  );
}

/** The grace holds at every boundary, the one at nought too: 59 seconds are no minute yet. */
function findStep(steps: readonly MinuteStep[], seconds: number, graceSeconds: number): MinuteStep | undefined {
  if (seconds <= graceSeconds) return undefined;
  return steps.find(({ upTo }) => upTo === undefined || seconds <= upTo * 60 + graceSeconds);
}

function describeStep(step: MinuteStep | undefined): string {
  return step?.upTo === undefined ? 'lebih lama' : `sampai ${step.upTo} menit`;
}

function minutesOf(seconds: number): string {
  return `${Math.floor(seconds / 60)} menit`;
}
