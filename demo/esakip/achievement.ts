import type { Formula } from './indicator-catalogue.ts';

type Quarters = readonly (number | undefined)[];

/** Returns one quarter's achievement in percent. */
export function decideQuarter(formula: Formula, target: number, real: number): number {
  return (formula === '3' ? target / real : real / target) * 100;
}

/**
 * Returns the year's achievement in percent as the application computes it, or nothing before the first quarter is in.
 * Formula 3 is (T−R)/T here although its quarters are T/R: whoever exactly meets the target gets 0.
 */
export function decideYear(formula: Formula, targets: readonly number[], reals: Quarters): number | undefined {
  const known = reals.filter((real) => real !== undefined);
  const last = known.at(-1);
  if (last === undefined) return undefined;
  if (formula === '1') return (sum(known) / sum(targets)) * 100;
  const target = targets.at(-1) ?? 0;
  return (formula === '2' ? last / target : (target - last) / target) * 100;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
