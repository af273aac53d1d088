export type Cell = string | number | boolean | null;

/** A list of an answer as a table. */
export interface Table {
  /** Names of the fields, inner ones' behind a dot: `sakip.score`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Makes a table of the first list of an answer, going from the outside in: inner objects become columns, inner lists how many
 * there are. Undefined where there is no list of objects.
 */
export function makeTable(data: unknown): Table | undefined {
  const list = findList(data);
  if (!list) return undefined;
  const flat = list.map((item) => flatten(item));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return { columns, rows: flat.map((row) => columns.map((column) => row.get(column) ?? null)) };
}

function findList(data: unknown): readonly object[] | undefined {
  let layer: unknown[] = [data];
  while (layer.length > 0) {
    const found = layer.find(
      (one) => Array.isArray(one) && one.every((item) => typeof item === 'object' && item !== null),
    );
    if (found) return found as object[];
    layer = layer.flatMap((one) => (isPlain(one) ? Object.values(one) : []));
  }
  return undefined;
}

function flatten(item: object, prefix = '', into: Map<string, Cell> = new Map()): Map<string, Cell> {
  for (const [name, value] of Object.entries(item)) {
    const column = `${prefix}${name}`;
    if (Array.isArray(value)) into.set(column, value.length);
    else if (isPlain(value)) flatten(value, `${column}.`, into);
    else into.set(column, (value ?? null) as Cell);
  }
  return into;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
