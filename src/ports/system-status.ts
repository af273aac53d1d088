/** How one source of a legacy system fares, as this process sees it. */
export interface SystemStatus {
  /** Code of the OPD. */
  readonly opd: string;
  /** The system's name, and behind a slash its source's where it has several. */
  readonly name: string;
  /** `leftAlone`: it failed several times in a row and is not asked for a while. `unknown`: not asked yet. */
  readonly state: 'answering' | 'failing' | 'leftAlone' | 'unknown';
  /** Of the calls of the last five minutes; undefined when there were none. */
  readonly latencyP95Ms: number | undefined;
  /** 0 to 1, of the calls of the last five minutes; undefined when there were none. */
  readonly errorRate: number | undefined;
  /** Calls left today, where the system allows so many a day and it has been asked today. */
  readonly quotaLeft: number | undefined;
  readonly lastOkAtMs: number | undefined;
  /** Calls under way, and calls that wait for their turn. */
  readonly running: number;
  readonly waiting: number;
  /** Calls since the start by how they ended: `ok`, `unavailable`, `badAnswer`, `quota`, `denied`. */
  readonly calls: Readonly<Record<string, number>>;
}

/** Tells how the legacy systems fare. */
export interface StatusReader {
  listSystems(): readonly SystemStatus[];
}
