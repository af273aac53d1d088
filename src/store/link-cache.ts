import type { Clock } from '../base/clock.ts';

/** Answers kept in memory, by hash; the oldest go first when it is full. */
export interface LinkCache {
  find(key: string): readonly string[] | undefined;
  /** Keeps an answer, unless something was forgotten since `epoch` was read: the answer may be from before that. */
  keep(key: string, values: readonly string[], epoch: number): void;
  forget(key: string): void;
  forgetAll(): void;
  /** While off, nothing is kept or found. */
  switchTo(on: boolean): void;
  epoch(): number;
}

/** Creates an empty cache that is off: it may be used only while its owner hears of changes. */
export function createLinkCache(options: {
  readonly maxEntries: number;
  readonly maxAgeMs: number;
  readonly clock: Clock;
}): LinkCache {
  const entries = new Map<string, { readonly values: readonly string[]; readonly keptAt: number }>();
  let epoch = 0;
  let isOn = false;

  function forgetAll(): void {
    epoch++;
    entries.clear();
  }

  return {
    find(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (options.clock.now() - entry.keptAt < options.maxAgeMs) return entry.values;
      entries.delete(key);
      return undefined;
    },
    keep(key, values, epochThen) {
      if (!isOn || epochThen !== epoch) return;
      // Age is what ends an entry, so the order of insertion is the order of expiry: no need to track use.
      entries.delete(key);
      entries.set(key, { values, keptAt: options.clock.now() });
      if (entries.size <= options.maxEntries) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        break;
      }
    },
    forget(key) {
      epoch++;
      entries.delete(key);
    },
    forgetAll,
    switchTo(on) {
      isOn = on;
      forgetAll();
    },
    epoch: () => epoch,
  };
}
