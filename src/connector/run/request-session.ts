import DataLoader from 'dataloader';

type AnyLoader = DataLoader<unknown, unknown, string>;

/** What one request has already asked: identical reads are made once, and keys that come together go out together. */
export class RequestSession {
  readonly #calls = new Map<object, Map<string, Promise<unknown>>>();
  readonly #loaders = new Map<object, AnyLoader>();

  /** Makes the call that this key stands for, or gives the one that was made already; a failed one stays failed. */
  once<Value>(operation: object, key: string, call: () => Promise<Value>): Promise<Value> {
    let calls = this.#calls.get(operation);
    if (!calls) {
      calls = new Map();
      this.#calls.set(operation, calls);
    }
    let made = calls.get(key);
    if (!made) {
      made = call();
      calls.set(key, made);
    }
    return made as Promise<Value>;
  }

  /** Loads a key together with all others that are asked for in the same moment. */
  batch<Key, Value>(operation: object, key: Key, loadAll: (keys: readonly Key[]) => Promise<Value[]>): Promise<Value> {
    let loader = this.#loaders.get(operation) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>(loadAll);
      this.#loaders.set(operation, loader as unknown as AnyLoader);
    }
    return loader.load(key);
  }
}
