import type { StreamPage, StreamPosition } from '../../connector/index.ts';
import type { RunCounts } from '../../ports/sync-control.ts';
import type { RunRow } from '../../store/index.ts';
import type { PageCounts } from './apply-page.ts';

// Of a longer list only the number of rows is compared with what the source says: its keys would fill the memory.
const MAX_KEYS = 200_000;

/** One uninterrupted part of a run: what it has read, beside what the run has read in all. */
export class Leg {
  counts: RunCounts;
  seen: number;
  pages = 0;
  /** Rows of this leg. */
  read = 0;
  /** How many the source says that this leg has. */
  total: number | undefined;
  unknown = 0;
  position: StreamPosition | undefined;
  asOfMs: number | undefined;
  #keys: Set<string> | undefined = new Set();

  constructor(run: RunRow) {
    this.counts = run.counts;
    this.seen = run.seen;
  }

  add(page: PageCounts, { total, position, asOfMs }: StreamPage): void {
    const { read, written, unchanged, rejected, deleted, vanished } = this.counts;
    this.counts = {
      read: read + page.read,
      written: written + page.written,
      unchanged: unchanged + page.unchanged,
      rejected: rejected + page.rejected,
      deleted: deleted + page.deleted,
      vanished,
    };
    this.seen += page.seen;
    this.read += page.read;
    this.unknown += page.unknown;
    this.pages++;
    this.total ??= total;
    this.position = position ?? this.position;
    this.asOfMs = asOfMs ?? this.asOfMs;
    this.#note(page.keys);
  }

  /** How many different rows the leg had; undefined where they were not counted. */
  countDistinct(): number | undefined {
    return this.#keys && this.#keys.size + this.unknown;
  }

  #note(keys: readonly Buffer[]): void {
    if (this.total === undefined || !this.#keys)
      this.#keys = this.pages === 1 && this.total !== undefined ? this.#keys : undefined;
    for (const key of this.#keys ? keys : []) this.#keys?.add(key.toString('latin1'));
    if (this.#keys && this.#keys.size > MAX_KEYS) this.#keys = undefined;
  }
}
