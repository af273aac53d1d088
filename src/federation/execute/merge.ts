/** Merges an object into another, in place. */
export type Merge = (target: Record<string, unknown>, source: Record<string, unknown>) => void;

/** An answer's object: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Creates the merge of one subgraph's object into another subgraph's, without copying what only one of them has.
 * A value never gives way to null: two subgraphs may both be asked for a shared field and one of them fail. Nor does a
 * type's name give way to that of an interface, which is all that a subgraph with an `@interfaceObject` knows of it.
 */
export function createMerge(interfaceObjects: ReadonlySet<unknown>): Merge {
  const merge: Merge = (target, source) => {
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
        if (key !== '__proto__') merge(present, incoming);
      } else if (key !== '__typename' || !interfaceObjects.has(incoming)) target[key] = incoming;
    }
  };
  const mergeLists = (target: unknown[], source: readonly unknown[]): void => {
    for (let index = 0; index < source.length; index++) {
      const present = target[index];
      const incoming = source[index];
      if (present === incoming) continue;
      if (isObject(present) && isObject(incoming)) merge(present, incoming);
      else if (Array.isArray(present) && Array.isArray(incoming)) mergeLists(present, incoming);
      else if (present === undefined || present === null) target[index] = incoming;
    }
  };
  return merge;
}
