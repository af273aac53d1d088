import { type FoundRows, isRow, listShared, type Row } from './find-rows.ts';

/** A place in a row, or beside all rows, that holds single values. */
export interface FoundColumn {
  /** As a connector file writes it: `no_izin`, `pemohon.nama`, `$.Nop`, `$key`. */
  readonly path: string;
  /** The last word of the path. */
  readonly name: string;
  readonly values: readonly unknown[];
}

export interface FoundColumns {
  readonly columns: readonly FoundColumn[];
  /** Lists within a record, which no field of it can hold. */
  readonly lists: readonly string[];
  /** Columns whose names no path can spell. */
  readonly unspeakable: readonly string[];
}

const MAX_DEPTH = 3;

/** Lists what the rows of an answer hold, in the order in which it first comes. */
export function listColumns(answer: unknown, found: FoundRows): FoundColumns {
  const values = new Map<string, unknown[]>();
  const lists = new Set<string>();
  const unspeakable = new Set<string>();
  const visit = (row: Row, prefix: string, depth: number): void => {
    for (const [key, value] of Object.entries(row)) {
      const path = prefix + key;
      // A key with somebody's number is no column, and must not be named anywhere.
      if (/\d{6,}/.test(key)) continue;
      if (/[.[\]|]/.test(key) || key.trim() !== key || key === '') unspeakable.add(path);
      else if (Array.isArray(value)) lists.add(path);
      else if (!isRow(value)) values.set(path, [...(values.get(path) ?? []), value]);
      else if (depth < MAX_DEPTH) visit(value, `${path}.`, depth + 1);
    }
  };
  for (const row of found.list) visit(row, '', 1);
  const shared = listShared(answer, found).map(([path, value]) => [path, [value]] as const);
  const keys = found.keys ? ([['$key', found.keys]] as const) : [];
  const columns = [...keys, ...shared, ...values].map(([path, held]) => ({
    path,
    name: path === '$key' ? 'kelompok' : (path.split('.').at(-1) ?? path),
    values: held,
  }));
  return { columns, lists: [...lists], unspeakable: [...unspeakable] };
}
