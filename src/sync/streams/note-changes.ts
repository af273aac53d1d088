import type { ColumnChange } from '../../ports/sync-control.ts';
import { type Columns, compareColumns } from './columns.ts';

/** As much as anybody reads, the newest first. */
const MAX_KEPT = 20;

/**
 * What is kept of how a source's columns have changed, the newest first; undefined where a run has seen nothing new. A run
 * that saw the same before and did not succeed does not make it newer.
 */
export function noteChanges(
  kept: readonly ColumnChange[],
  before: Columns | null,
  now: Columns,
  at: Pick<ColumnChange, 'sinceMs' | 'isPaused'>,
): readonly ColumnChange[] | undefined {
  if (before === null || Object.keys(now).length === 0) return undefined;
  const { gone, added, retyped } = compareColumns(before, now);
  const as = (change: ColumnChange['change']) => (column: string) => ({ column, change, ...at });
  const changes = [...gone.map(as('gone')), ...retyped.map(as('retyped')), ...added.map(as('added'))];
  const fresh = changes.filter(({ column, change, isPaused }) => {
    const last = kept.find((one) => one.column === column);
    return last?.change !== change || last.isPaused !== isPaused;
  });
  return fresh.length > 0 ? [...fresh, ...kept].slice(0, MAX_KEPT) : undefined;
}
