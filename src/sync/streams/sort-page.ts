import { setImmediate as breathe } from 'node:timers/promises';
import { type CompiledStream, type IdentifiedRow, isMisfit, type Misfit } from '../../connector/index.ts';
import type { CopyKeys, PageKey, RejectedRow } from '../../store/index.ts';

/** A row of a page that can be told from others. */
export interface SortedRow extends PageKey {
  readonly row: unknown;
  /** Its place in the run, from 1. */
  readonly number: number;
  readonly identified: IdentifiedRow;
}

/** A page, each key once. */
export interface SortedPage {
  readonly rows: readonly SortedRow[];
  /** Rows that came twice in the page: only the newest stands in `rows`. */
  readonly doubled: number;
  readonly rejected: readonly RejectedRow[];
}

// So that people's requests, which this process answers too, wait for a few milliseconds at most.
const ROWS_AT_ONCE = 250;

/** Tells the rows of a page apart; `firstNumber` is the place of the first in the run. */
export async function sortPage(
  stream: CompiledStream,
  keys: CopyKeys,
  rows: readonly unknown[],
  firstNumber: number,
): Promise<SortedPage> {
  const byKey = new Map<string, SortedRow>();
  const rejected: RejectedRow[] = [];
  let doubled = 0;
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe();
    const number = firstNumber + index;
    const identified = stream.identify(row);
    if (isMisfit(identified)) {
      // By what stands in it, so that it is the same row when it is tried again by another file.
      rejected.push(rejectRow(identified, row, number, keys.keyOf(`row ${JSON.stringify(row)}`)));
      continue;
    }
    const { key, version } = identified;
    const before = byKey.get(key);
    if (before) {
      doubled++;
      if (isOlder(version, before.version)) continue;
    }
    const rowHash = keys.hashRow(identified.isDeleted ? `deleted ${identified.text}` : identified.text);
    byKey.set(key, { key: before?.key ?? keys.keyOf(key), rowHash, version, row, number, identified });
  }
  return { rows: [...byKey.values()], doubled, rejected };
}

/** A row for quarantine. */
export function rejectRow(misfit: Misfit, row: unknown, number: number, key: Buffer): RejectedRow {
  return { ...misfit, key, row: number, text: JSON.stringify(row) };
}

/** Whether one version is known to be older than another. */
export function isOlder(version: number | undefined, than: number | undefined): boolean {
  return version !== undefined && than !== undefined && version < than;
}
