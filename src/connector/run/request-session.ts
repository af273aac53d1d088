import DataLoader from 'dataloader';

type AnyLoader = DataLoader<unknown, unknown, string>;

/** What one request has already asked: identical reads are made once, and keys that come together go out together. */
export class RequestSession {
  readonly #loaders = new Map<object, AnyLoader>();

  /** The request's loader of that owner, created on first use. */
  loader<Key, Value>(owner: object, create: () => DataLoader<Key, Value, string>): DataLoader<Key, Value, string> {
    let loader = this.#loaders.get(owner);
    if (!loader) {
      loader = create() as unknown as AnyLoader;
      this.#loaders.set(owner, loader);
    }
    return loader as unknown as DataLoader<Key, Value, string>;
  }
}

/** Loads each key by a call of its own, the same key once per request. */
export function createSingleLoader<Key, Value>(
  load: (key: Key) => Promise<Value>,
  keyOf: (key: Key) => string,
): DataLoader<Key, Value, string> {
  const loadAll = (keys: readonly Key[]) => Promise.all(keys.map((key) => load(key).catch(asError)));
  return new DataLoader<Key, Value, string>(loadAll, { batch: false, cacheKeyFn: keyOf });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('failed without an error');
}
