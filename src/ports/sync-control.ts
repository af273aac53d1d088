export type StreamState =
  /** Between runs. */
  | 'idle'
  | 'running'
  /** The last run failed or did not add up. */
  | 'failing'
  /** By an operator, or because the source changed its columns. */
  | 'paused'
  /** A person must say whether so many records may vanish, or what to do with a changed source. */
  | 'needsAttention';

/** read = written + unchanged + rejected + deleted, or the run is no success. */
export interface RunCounts {
  /** Rows that the source gave. */
  readonly read: number;
  readonly written: number;
  /** Also rows that are older than the copy. */
  readonly unchanged: number;
  /** In quarantine. */
  readonly rejected: number;
  /** Marked by the source as deleted. */
  readonly deleted: number;
  /** Copies that a sweep did not find in the source any more and removed. */
  readonly vanished: number;
}

/** A column of a stream's source that a run has found otherwise than the run before. */
export interface ColumnChange {
  readonly column: string;
  readonly change: 'gone' | 'added' | 'retyped';
  readonly sinceMs: number;
  /** Whether the stream was set still for it, because the record reads the column; otherwise it went on. */
  readonly isPaused: boolean;
}

/** One run of a stream. */
export interface StreamRun {
  readonly mode: RunMode;
  /** `running` also of one that was killed or stopped half-way and that another goes on with. */
  readonly state: 'running' | 'succeeded' | 'failed';
  readonly startedAtMs: number;
  readonly endedAtMs: number | undefined;
  readonly counts: RunCounts;
  /** Why it did not succeed, in Indonesian. */
  readonly reason: string | undefined;
}

/** When a stream is read, by its connector file. */
export interface StreamSchedule {
  readonly everyMs: number | undefined;
  /** When all of it is read: `01:00`, Jakarta time. */
  readonly sweepAt: string | undefined;
  /** Whether each delivery of the system asks for a run. */
  readonly isPushed: boolean;
}

/** How one stream of records of a system fares. */
export interface StreamStatus {
  /** `dpmptsp/perizinan/Permit`. */
  readonly stream: string;
  readonly opd: string;
  readonly system: string;
  readonly state: StreamState;
  /** Why it fails, is paused or needs a person; in Indonesian, without anybody's data. */
  readonly reason: string | undefined;
  readonly lastSuccessAtMs: number | undefined;
  /** When a run last ended, whichever way; one that stopped half-way and will go on has ended too. */
  readonly lastEndedAtMs: number | undefined;
  /** How old the copies are; undefined before the first success. */
  readonly lagMs: number | undefined;
  readonly nextRunAtMs: number | undefined;
  /** How long it may be without a success, by its own schedule; undefined where it has none. */
  readonly staleAfterMs: number | undefined;
  /** Of the last run that ended, or of the one under way. */
  readonly counts: RunCounts | undefined;
  /** Rows that lie in quarantine now. */
  readonly quarantined: number;
  /** Copies that the hub holds. */
  readonly records: number;
  readonly schedule: StreamSchedule;
  /** How its source's columns have changed, the newest first. */
  readonly drift: readonly ColumnChange[];
}

/** A row that does not fit; its content is sealed and not here. */
export interface QuarantinedRow {
  readonly id: string;
  readonly stream: string;
  /** Its place in what the source gave in that run, from 1. */
  readonly row: number;
  /** The graph's field that it does not fill, or `owner`, `key`. */
  readonly field: string;
  /** What stands there, by kind: `teks`, `angka`, `kosong`, … never the value. */
  readonly valueKind: string;
  /** In Indonesian, for the OPD. */
  readonly cause: string;
  readonly fix: string;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
}

export type RunMode = 'changes' | 'sweep';

/** What operators do with the streams. */
export interface SyncControl {
  listStreams(): Promise<readonly StreamStatus[]>;
  /** Asks for a run now; `allowShrink` lets it remove more than the shrink guard allows, once. */
  run(stream: string, mode: RunMode, options?: { readonly allowShrink?: boolean }): Promise<void>;
  pause(stream: string): Promise<void>;
  resume(stream: string): Promise<void>;
  /** The last runs of a stream, the newest first. */
  listRuns(stream: string, limit: number): Promise<readonly StreamRun[]>;
  listQuarantine(stream: string | undefined, limit: number): Promise<readonly QuarantinedRow[]>;
  /** Tries quarantined rows again, all of the stream or one; how many fit now, and how many still do not. */
  replay(stream: string, id?: string): Promise<{ readonly written: number; readonly rejected: number }>;
}
