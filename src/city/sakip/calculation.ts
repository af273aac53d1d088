/** What a formula gives in percent, or what it lacks; never a zero for what is not known. */
export interface Calculation {
  /** To two decimals; undefined where something is missing. */
  readonly value: number | undefined;
  /** The formula in words, with the numbers in it where they are known; Indonesian. */
  readonly formula: string;
  /** What is missing, in Indonesian; empty where the value is there. */
  readonly missing: readonly string[];
}

/** A value to two decimals, as every report of e-SAKIP has it; a half goes away from zero, whatever binary made of it. */
export function roundTo2(value: number): number {
  const rounded = Math.round(Number((Math.abs(value) * 100).toFixed(6))) / 100;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
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
