import type { AllowanceLine } from '../../ports/allowances.ts';

/** `part` of `whole` as a percentage of two decimals, half up; never more than 100. */
export function percentageOf(part: number, whole: number): number {
  return Math.min(100, Math.floor((part * 20_000 + whole) / (2 * whole)) / 100);
}

/**
 * Makes a line. The one place where an allowance is rounded: to the whole rupiah, half away from zero, by whole numbers
 * only, so that whoever multiplies what the line shows finds the same.
 */
export function createLine(rule: string, base: number, percent: number, evidence: string): AllowanceLine {
  const hundredths = Math.round(percent * 100);
  const product = Math.abs(base * hundredths);
  const size = Math.floor((product + 5_000) / 10_000);
  return { rule, base, percent, amount: base * hundredths < 0 ? -size : size, evidence };
}

export function sumLines(lines: readonly AllowanceLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
