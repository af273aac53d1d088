import { HubError } from '../../base/hub-error.ts';
import type { Breakdown, PersonAttribute } from '../generated/resolver-types.ts';
import type { FigureProvider } from './figure-provider.ts';
import { listMonths } from './months.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';
import type { TrendSpan } from './trend.ts';

const PREFIXES: Readonly<Record<PersonAttribute, string>> = { SEX: 'sex:', AGE: 'age:' };

/** Counts applications handed in by an attribute of the people, without what would show single ones. */
export async function readBreakdown(
  provider: FigureProvider | undefined,
  by: PersonAttribute,
  { from, to, opd }: TrendSpan,
): Promise<Breakdown> {
  // Shorter or shifted spans, subtracted from each other, would undo the hiding: whole years only.
  const isYears = from.endsWith('-01') && to.endsWith('-12') && from <= to && listMonths(from, to).length <= 120;
  if (!isYears)
    throw new HubError('BAD_USER_INPUT', 'A breakdown is of whole years, at most ten.', {
      fix: 'Write from: "2026-01", to: "2026-12".',
    });
  const prefix = PREFIXES[by];
  const counts = new Map<string, number>();
  for (const sum of (await provider?.readMonths(from, to)) ?? []) {
    if (!sum.name.startsWith(prefix) || (opd !== undefined && sum.opd !== opd)) continue;
    const key = sum.name.slice(prefix.length);
    counts.set(key, (counts.get(key) ?? 0) + sum.amount);
  }
  const cells = [...counts].sort().map(([key, count]) => ({ key, count }));
  const { cells: shown, total } = suppressSmallCells(cells);
  return {
    total: total ?? null,
    cells: shown.map(({ key, count }) => ({ key, count: count ?? null, isHidden: count === undefined })),
  };
}
