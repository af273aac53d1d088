import { hashRow } from '../chain.ts';
import type { LoggedRow } from '../log-row.ts';
import type { Finding } from './finding.ts';

/** A row that does not fit where it stands. */
export interface Misfit {
  readonly row: LoggedRow;
  /** What its place is tied to, where that is known: at the first of several misfits. */
  readonly previous: Buffer | undefined;
}

/** Tells a changed row from one whose rightful content stands elsewhere in the log, among the misfits. */
export function findMoved(changed: Extract<Finding, { kind: 'changed' }>, misfits: readonly Misfit[]): Finding {
  const { seq } = changed;
  const place = misfits.find(({ row }) => row.seq === seq);
  const previous = place?.previous;
  if (place === undefined || previous === undefined) return changed;
  const rightful = misfits.find(({ row }) => {
    if (row.seq === seq) return false;
    const hash = hashRow(previous, seq, row);
    return hash.equals(row.hash) || hash.equals(place.row.hash);
  });
  return rightful ? { kind: 'moved', seq, standsAt: rightful.row.seq } : changed;
}
