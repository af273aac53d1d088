/** An answer's object: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Merges one subgraph's object into another subgraph's, in place and without copying what only one of them has.
 * A value never gives way to null: two subgraphs may both be asked for a shared field and one of them fail.
 */
export function mergeInto(target: Record<string, unknown>, source: Record<string, unknown>): void {
  for (const key in source) {
    const incoming = source[key];
    const present = target[key];
    // Objects that one entity gave to several places are shared, and meet themselves here.
    if (present === incoming) continue;
    if (present === undefined || present === null) target[key] = incoming;
    else if (incoming === null || incoming === undefined) continue;
    else if (Array.isArray(present) && Array.isArray(incoming)) mergeLists(present, incoming);
    else if (isObject(present) && isObject(incoming)) {
      // A remote answer may hold this key as plain data; merging it would write to every object of the process.
      if (key !== '__proto__') mergeInto(present, incoming);
    } else target[key] = incoming;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index++) {
    const present = target[index];
    const incoming = source[index];
    if (present === incoming) continue;
    if (isObject(present) && isObject(incoming)) mergeInto(present, incoming);
    else if (Array.isArray(present) && Array.isArray(incoming)) mergeLists(present, incoming);
    else if (present === undefined || present === null) target[index] = incoming;
  }
}
