import type { Allowance } from './allowance.ts';
import type { AllowanceRule } from './allowance-rule.ts';
import { deductEvent } from './deductions/event-deduction.ts';
import { deductCharges, deductClaims, deductLeave, deductSanctions } from './deductions/month-deductions.ts';
import type { MonthFacts } from './month-facts.ts';
import { sumLines } from './percentage.ts';
import { addAttendance } from './shares/attendance-share.ts';
import { addCheckIns } from './shares/check-in-share.ts';
import { Ledger } from './shares/ledger.ts';
import { addMinutes } from './shares/minutes-share.ts';
import { addBehaviour, addSkp } from './shares/review-share.ts';

/** Computes an allowance by the rule of the month; pure. */
export type ComputeAllowance = (facts: MonthFacts) => Allowance;

type Step = (ledger: Ledger, facts: MonthFacts, ceiling: number) => void;

/**
 * Compiles a rule, and what is added to it for single events of the month, into a function. Shares come first, then what is
 * deducted from them, then tax and insurance. An input that is not there leaves the amount open, never zero.
 */
export function compileAllowance(rule: AllowanceRule, additions: readonly AllowanceRule[]): ComputeAllowance {
  const shares = compileShares(rule);
  const events = additions.flatMap(({ event }) => event ?? []);
  return (facts) => {
    const ledger = new Ledger();
    const { ceiling } = facts;
    if (!facts.isOver) ledger.lack('MONTH', `Bulan ${facts.month} belum berakhir`);
    if (!ceiling) ledger.lack('CEILING', `Pagu TPP bulan ${facts.month} tidak diketahui`);
    // Without a ceiling it is still told what else is missing.
    const amount = ceiling?.amount ?? 0;
    for (const add of shares) add(ledger, facts, amount);
    deductLeave(ledger, rule, facts);
    for (const event of events) deductEvent(ledger, event, facts, amount);
    deductSanctions(ledger, rule, facts);
    deductClaims(ledger, rule, facts);
    const rest = sumLines(ledger.lines);
    if (rest < 0) ledger.add('Tidak kurang dari nol', -rest, 100, 'Potongan melebihi TPP');
    const gross = sumLines(ledger.lines);
    deductCharges(ledger, rule, facts);
    return close(ledger, gross, ceiling !== undefined);
  };
}

function close({ lines, missing }: Ledger, gross: number, hasCeiling: boolean): Allowance {
  if (missing.length > 0) return { lines: hasCeiling ? lines : [], missing, gross: undefined, amount: undefined };
  return { lines, missing, gross, amount: sumLines(lines) };
}

function compileShares({ shares = {} }: AllowanceRule): readonly Step[] {
  const { fixed, skp, behaviour, minutes, attendance, checkIns } = shares;
  const steps: (Step | undefined)[] = [
    fixed && ((ledger, _facts, ceiling) => void ledger.add('Beban kerja', ceiling, fixed.percent, 'bagian tetap')),
    skp && ((...given) => addSkp(given[0], skp, given[1], given[2])),
    behaviour && ((...given) => addBehaviour(given[0], behaviour, given[1], given[2])),
    minutes && ((...given) => addMinutes(given[0], minutes, given[1], given[2])),
    attendance && ((...given) => addAttendance(given[0], attendance, given[1], given[2])),
    checkIns && ((...given) => addCheckIns(given[0], checkIns, given[1], given[2])),
  ];
  return steps.filter((step) => step !== undefined);
}
