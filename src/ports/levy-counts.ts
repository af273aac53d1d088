/** Reports of illegal levies by where they were asked for; nothing of a report itself. */
export interface LevyCount {
  readonly opd: string;
  /** All that were received. */
  readonly received: number;
  /** Of these, those that are not closed. */
  readonly open: number;
}

export interface MonthlyLevyCount extends LevyCount {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Code of the service; undefined where none was named. */
  readonly service: string | undefined;
}

/** How many levies were reported. */
export interface LevyCounts {
  /** Per OPD, all that were received up to and with a day. */
  countUntil(day: string): Promise<readonly LevyCount[]>;
  /** Per OPD, service and month in which they were received, from one month to another, both included. */
  countByMonth(from: string, to: string): Promise<readonly MonthlyLevyCount[]>;
}
