import { createRandom } from '../../../demo/random.ts';
import type { ListFault } from './list-fault.ts';
import type { ListRow } from './row.ts';

/** How a reader asks for a page. */
export interface PageRequest {
  readonly since: string;
  readonly size: number;
  /** Where it begins among the rows in order: by number, or behind the row of this time and key. */
  readonly start: { readonly index: number } | { readonly after: string };
}

/** What stands in an answer, before its columns are shown. */
export interface SelectedPage {
  readonly rows: readonly ListRow[];
  readonly total: number;
  /** Index of the row behind the last one; undefined when that was the last of all. */
  readonly next: number | undefined;
}

/** Selects the page in order of (tgl_ubah, id), as far as the faults let it. */
export function selectPage(
  table: readonly ListRow[],
  remembered: ReadonlyMap<string, ListRow>,
  { since, size, start }: PageRequest,
  faults: readonly ListFault[],
  asked: number,
): SelectedPage {
  const has = (kind: ListFault['kind']): boolean => faults.some((fault) => fault.kind === kind);
  if (has('empty')) return { rows: [], total: 0, next: undefined };
  const found = sortRows(
    table.filter((row) => String(row.tgl_ubah) >= since),
    has('shuffleTies') ? asked : undefined,
  );
  const begin = 'index' in start ? start.index : findBehind(found, since, start.after);
  const shift = has('repeatPage') ? -size : has('skipPage') ? size : 0;
  const from = Math.max(0, begin + shift);
  const chosen = found.slice(from, from + size).map((row) => recall(row, has('stale') ? remembered : undefined));
  const wrong = faults.find((fault) => fault.kind === 'wrongTotal');
  return {
    rows: has('doubleRow') ? [...chosen.slice(0, 1), ...chosen] : chosen,
    total: found.length + (wrong?.by ?? 0),
    next: begin + size < found.length ? begin + size : undefined,
  };
}

function recall(row: ListRow, remembered: ReadonlyMap<string, ListRow> | undefined): ListRow {
  return remembered?.get(String(row.id)) ?? row;
}

function sortRows(rows: readonly ListRow[], shuffle: number | undefined): ListRow[] {
  const tie = (row: ListRow): string | number =>
    shuffle === undefined ? String(row.id) : createRandom('ties', shuffle, String(row.id)).next();
  return rows
    .map((row) => ({ row, changed: String(row.tgl_ubah), tie: tie(row) }))
    .sort((one, other) => compare(one.changed, other.changed) || compare(one.tie, other.tie))
    .map(({ row }) => row);
}

/** `(tgl_ubah, id) > (since, after)`. */
function findBehind(rows: readonly ListRow[], since: string, after: string): number {
  const index = rows.findIndex((row) => String(row.tgl_ubah) > since || String(row.id) > after);
  return index < 0 ? rows.length : index;
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
