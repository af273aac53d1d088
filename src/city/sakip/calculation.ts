import { roundTo2 } from '../round-to-2.ts';

/** What a formula gives in percent, or what it lacks; never a zero for what is not known. */
export interface Calculation {
  /** To two decimals; undefined where something is missing. */
  readonly value: number | undefined;
  /** The formula in words, with the numbers in it where they are known; Indonesian. */
  readonly formula: string;
  /** What is missing, in Indonesian; empty where the value is there. */
  readonly missing: readonly string[];
}

/** As Indonesian reports write it: `1.250,5`. */
export function formatNumber(value: number): string {
  return value.toLocaleString('id-ID', { maximumFractionDigits: 4 });
}

/** A calculation that succeeded. */
export function calculated(value: number, formula: string): Calculation {
  return { value: roundTo2(value), formula, missing: [] };
}

/** One that lacks something. */
export function incomplete(formula: string, ...missing: readonly string[]): Calculation {
  return { value: undefined, formula, missing };
}
