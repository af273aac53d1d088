import type { OpdSum } from './figure-provider.ts';
import type { Sums } from './metrics.ts';

/** Sums by OPD, with `WHOLE_CITY` for all of them and what belongs to none. */
export type SumsByOpd = ReadonlyMap<string, Sums>;

/** Where the sums of the whole city stand among those of OPDs: no OPD has this code. */
export const WHOLE_CITY = '*';

/** Files sums under a name each, and once more under the whole city; equal names add up. */
export function addUp(sums: readonly OpdSum[], keyOf: (sum: OpdSum) => string = ({ opd }) => opd): SumsByOpd {
  const byKey = new Map<string, Map<string, number>>();
  const add = (key: string, name: string, amount: number) => {
    const of = byKey.get(key) ?? new Map<string, number>();
    byKey.set(key, of);
    of.set(name, (of.get(name) ?? 0) + amount);
  };
  for (const sum of sums) {
    const key = keyOf(sum);
    if (key !== WHOLE_CITY) add(key, sum.name, sum.amount);
    add(WHOLE_CITY, sum.name, sum.amount);
  }
  return byKey;
}
