import { findOpd, type RegisteredOpd } from './opd-registry.ts';

/**
 * The OPDs that bore an OPD's duties in a year: itself where it existed, and its predecessors, theirs too, where it began
 * in that year or after. Documents of year N−1 are with them, and a wrong predecessor is "silent data loss" (DOMAIN §1).
 */
export function listBearers(
  opd: RegisteredOpd,
  year: number,
  find: (code: string) => RegisteredOpd | undefined = findOpd,
): readonly RegisteredOpd[] {
  const found = new Map<string, RegisteredOpd>();
  const seen = new Set<string>();
  const visit = (one: RegisteredOpd): void => {
    if (seen.has(one.code)) return;
    seen.add(one.code);
    const [from, until] = [yearOf(one.from), one.until === undefined ? Number.POSITIVE_INFINITY : yearOf(one.until)];
    if (from <= year && year <= until) found.set(one.code, one);
    // One that began on the first of January had the whole year.
    if (from > year || (from === year && !one.from.endsWith('-01-01')))
      for (const code of one.predecessors ?? []) {
        const before = find(code);
        if (before) visit(before);
      }
  };
  visit(opd);
  return [...found.values()];
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
