import { type Change, compare, MEASURES, type ShownMeasure } from '../measures/measures.ts';
import type { OpdRow } from '../table/opd-rows.ts';

/** A figure of an OPD that is not what it was. */
export interface OpdChange {
  readonly row: OpdRow;
  readonly measure: ShownMeasure;
  readonly now: number;
  readonly change: Change;
}

/** Lists what changed in a direction, the largest change beside what it was first. */
export function listChanges(rows: readonly OpdRow[], direction: 'worse' | 'better'): OpdChange[] {
  const all = rows.flatMap((row) =>
    MEASURES.flatMap((measure): OpdChange[] => {
      const now = measure.read(row.now);
      const change = row.before && compare(measure, now, measure.read(row.before));
      return now !== null && change?.direction === direction ? [{ row, measure, now, change }] : [];
    }),
  );
  const share = ({ change: { by, before } }: OpdChange) => Math.abs(by) / Math.max(Math.abs(before), 1);
  return all.sort((one, other) => share(other) - share(one));
}
