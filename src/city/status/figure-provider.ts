/** What figures are about; each kind is brought by one provider. */
export type FigureKind = 'application' | 'complaint' | 'survey' | 'service' | 'levy' | 'sakip' | 'report' | 'tpp';

/** A sum of one OPD. Sums of several OPDs, or of several months, add up: figures are computed from them afterwards. */
export interface OpdSum {
  /** Code of the OPD; empty for what belongs to none yet. */
  readonly opd: string;
  readonly name: string;
  readonly amount: number;
  /** The catalogue's code, where sums by service were asked for. */
  readonly service?: string | undefined;
}

export interface OpdMonthSum extends OpdSum {
  /** `YYYY-MM`. */
  readonly month: string;
}

/** Where the sums of an OPD come from. */
export interface Provenance {
  /** The systems, for example `dpmptsp/perizinan`; the hub's own register is `hub`. */
  readonly systems: readonly string[];
  /** How old the oldest part is; undefined where no part is there yet. */
  readonly asOfMs: number | undefined;
  /** What is not there, for people, in Indonesian; empty where the figure is whole. */
  readonly missing: readonly string[];
  /** What is missing of a figure that is told all the same, in Indonesian. */
  readonly partlyMissing?: readonly string[];
  /** Whether a rule in it is the hub's own assumption, because no regulation of the city was found. */
  readonly isDefault: boolean;
  /** Version of the dated data or rule by which it was computed. */
  readonly version: string;
}

/** What a kind's figures of one day are made of. */
export interface DayFigures {
  /** Sums as they stand at the end of the day. */
  readonly stock: readonly OpdSum[];
  /** Sums of the twelve months up to and with that of the day, or of the span that this kind is judged by. */
  readonly flow: readonly OpdSum[];
  /** Where they come from, for one OPD. */
  describe(opd: string): Provenance;
}

/** Brings the sums of a kind, at a cost that does not grow with what is summed up. */
export interface FigureProvider {
  readonly kind: FigureKind;
  /** All of a day (`YYYY-MM-DD`), each source asked once. */
  readDay(day: string): Promise<DayFigures>;
  /** Its sums as they stand at the end of a day alone; none of a kind that only tells what came about. */
  readOn(day: string): Promise<readonly OpdSum[]>;
  /** Sums that came about in each month, from one to another (`YYYY-MM`). */
  readMonths(from: string, to: string, byService?: boolean): Promise<readonly OpdMonthSum[]>;
}
