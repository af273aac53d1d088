// The key of a row stands beside it, not in it: a row is the system's own, and may have any column.
const keys = new WeakMap<object, string>();

/** The key under which a row stood in its answer, `$key` in a record; undefined for a row of a list. */
export function readKey(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? keys.get(row) : undefined;
}

/** Lists the values of an object, those in a list one by one, each remembering its key. */
export function listKeyed(value: object): readonly unknown[] {
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) => {
    // Null is a name without records.
    const rows = Array.isArray(entry) ? entry : entry === null ? [] : [entry];
    for (const row of rows) if (typeof row === 'object' && row !== null) keys.set(row, key);
    return rows;
  });
}
