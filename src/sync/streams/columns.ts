/** Columns of a source and what kind of value stands in each, `null` where no row has shown any. */
export type Columns = Readonly<Record<string, string>>;

/** How the columns of a source differ from what they were. */
export interface Drift {
  readonly gone: readonly string[];
  readonly added: readonly string[];
  readonly retyped: readonly string[];
}

// Enough that a column that some rows leave out shows up in one of them.
const ROWS_LOOKED_AT = 50;

/** The columns of a source, out of its first rows. */
export function readColumns(rows: readonly unknown[]): Columns {
  const columns: Record<string, string> = {};
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    if (typeof row !== 'object' || row === null) continue;
    for (const [name, value] of Object.entries(row)) {
      if (columns[name] === undefined || columns[name] === 'null') columns[name] = kindOf(value);
    }
  }
  return columns;
}

/** Compares the columns of a source with what they were; a column that nothing stood in may hold anything now. */
export function compareColumns(before: Columns, now: Columns): Drift {
  const isKnown = (kind: string | undefined) => kind !== undefined && kind !== 'null';
  return {
    gone: Object.keys(before).filter((name) => !(name in now)),
    added: Object.keys(now).filter((name) => !(name in before)),
    retyped: Object.keys(now).filter(
      (name) => isKnown(before[name]) && isKnown(now[name]) && before[name] !== now[name],
    ),
  };
}

/** What is remembered of the columns: kinds that a run has not shown stay as they were. */
export function mergeColumns(before: Columns, now: Columns): Columns {
  const merged: Record<string, string> = {};
  for (const [name, kind] of Object.entries(now)) merged[name] = kind === 'null' ? (before[name] ?? kind) : kind;
  return merged;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
