/** Why a row of a delivery was not kept; holds none of it. */
export interface RejectedPush {
  /** Counted from 1. */
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  /** How the OPD mends it, in Indonesian. */
  readonly saran: string;
}

/** received = stored + unchanged + older + deleted + rejected. */
export interface IngestCounts {
  readonly received: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly older: number;
  readonly deleted: number;
  readonly rejected: readonly RejectedPush[];
}

/** Where the deliveries of one system's operation go. */
export interface IngestTarget {
  /** Shared with the system, which signs with it. */
  readonly secret: string;
  readonly windowSeconds: number;
  readonly maxRows: number;
  accept(rows: readonly unknown[], signature: string, refuseAgainUntilMs: number): Promise<IngestCounts | 'replayed'>;
}

/** Finds where a delivery goes. */
export type FindIngest = (opd: string, operation: string) => IngestTarget | undefined;
