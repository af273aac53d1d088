import type { StreamPage, StreamPosition } from '../../connector/index.ts';
import type { RunCounts } from '../../ports/sync-control.ts';
import type { RunRow } from '../../store/index.ts';
import type { PageCounts } from './apply-page.ts';

// Of a longer list only the number of rows is compared with what the source says: its keys would fill the memory.
const MAX_KEYS = 200_000;

/** The counts of a run with those of a page more. */
export function addCounts(counts: RunCounts, page: Omit<RunCounts, 'vanished'>): RunCounts {
  return {
    read: counts.read + page.read,
    written: counts.written + page.written,
    unchanged: counts.unchanged + page.unchanged,
    rejected: counts.rejected + page.rejected,
    deleted: counts.deleted + page.deleted,
    vanished: counts.vanished,
  };
}

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
  /** Rows that the run rejected before this leg: any of them may have been without a key. */
  readonly rejectedBefore: number;
  position: StreamPosition | null | undefined;
  asOfMs: number | undefined;
  #keys: Set<string> | undefined = new Set();

  constructor(run: RunRow) {
    this.counts = run.counts;
    this.seen = run.seen;
    this.rejectedBefore = run.counts.rejected;
  }

  add(page: PageCounts, { total, position, asOfMs }: StreamPage): void {
    this.counts = addCounts(this.counts, page);
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
