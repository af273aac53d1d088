/** A row of a delivery, ready to be kept. */
export interface PushRow {
  /** What tells the row apart within its stream. */
  readonly key: string;
  /** The columns by which it may be asked for, and what stands in them. */
  readonly lookups: Readonly<Record<string, string>>;
  readonly content: Readonly<Record<string, unknown>>;
  /** Grows with every change, where the system has such a column. */
  readonly version: string | undefined;
  /** The system says that the row is gone. */
  readonly isDeleted: boolean;
}

/** One delivery of a system, signed by it. */
export interface Delivery {
  /** `dishub/kir/testsOf`: the system's operation that the rows belong to. */
  readonly stream: string;
  readonly signature: string;
  /** Until when the same signature must not come again, in milliseconds since the epoch. */
  readonly refuseAgainUntilMs: number;
  readonly rows: readonly PushRow[];
}

/** What became of the rows of a delivery. */
export interface PushCounts {
  readonly stored: number;
  readonly unchanged: number;
  /** An older version than the one that is kept. */
  readonly older: number;
  readonly deleted: number;
}

export interface KeptRow {
  readonly content: Readonly<Record<string, unknown>>;
  readonly receivedAtMs: number;
}

/** Keeps what systems have pushed. */
export interface PushStore {
  /** Keeps a delivery, all of it or nothing; `replayed` when its signature has been seen. */
  accept(delivery: Delivery): Promise<PushCounts | 'replayed'>;
  /** The rows in whose columns this stands; all of the stream without any. At most `limit`. */
  find(stream: string, lookups: Readonly<Record<string, string>>, limit: number): Promise<readonly KeptRow[]>;
  /** All rows of the stream, a page at a time; `after` is the mark of the page before. */
  page(stream: string, after: string | undefined, limit: number): Promise<PushedPage>;
}

export interface PushedPage {
  readonly rows: readonly KeptRow[];
  /** What the next page is asked by; undefined on the last. */
  readonly mark: string | undefined;
}
