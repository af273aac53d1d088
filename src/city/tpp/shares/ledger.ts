import type { AllowanceLine } from '../../../ports/allowances.ts';
import type { Missing, MissingInput } from '../allowance.ts';
import { createLine } from '../percentage.ts';

/** Collects the lines of one allowance and what was not there to make them. */
export class Ledger {
  readonly lines: AllowanceLine[] = [];
  readonly missing: Missing[] = [];

  add(rule: string, base: number, percent: number, evidence: string): number {
    const line = createLine(rule, base, percent, evidence);
    this.lines.push(line);
    return line.amount;
  }

  /** Notes an input as missing, once however many rules ask for it. */
  lack(input: MissingInput, detail: string): void {
    if (!this.missing.some((one) => one.input === input)) this.missing.push({ input, detail });
  }
}
