/** Calls that are under way, by what tells them apart: whoever asks for the same meanwhile gets the same promise. */
export interface UnderWay<Value> {
  /** The call of this key that is under way, or the one that `make` begins. */
  join(key: string, make: () => Promise<Value>): Promise<Value>;
}

interface Box<Value> {
  promise: Promise<Value> | undefined;
}

/**
 * Creates it. A Map that is kept leaves a trail of outgrown tables, each of which knows the next (V8's OrderedHashMap), and
 * once one of them is old, the collector of the young generation takes all that stands in those after it for alive. So the
 * table holds a box that is emptied: else every answer of the last seconds would be copied about.
 */
export function createUnderWay<Value>(): UnderWay<Value> {
  const boxes = new Map<string, Box<Value>>();
  return {
    join: (key, make) => {
      const known = boxes.get(key)?.promise;
      if (known) return known;
      const box: Box<Value> = { promise: make() };
      boxes.set(key, box);
      const end = (): void => {
        box.promise = undefined;
        boxes.delete(key);
      };
      const promise = box.promise as Promise<Value>;
      promise.then(end, end);
      return promise;
    },
  };
}
