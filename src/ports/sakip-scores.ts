/** The result of one OPD's evaluation (SAKIP) in one year, reported and recomputed side by side. */
export interface SakipYearScore {
  /** The hub's code of the OPD that was evaluated. */
  readonly opd: string;
  readonly year: number;
  readonly reported: { readonly total: number | undefined; readonly predicate: string | undefined };
  readonly recomputed: {
    readonly total: number | undefined;
    readonly predicate: string | undefined;
    /** Recomputed less reported; undefined where one of them is not known. */
    readonly difference: number | undefined;
    /** What is missing, in Indonesian. */
    readonly missing: readonly string[];
    /** Whether the rules are only what the hub takes for want of the city's own. */
    readonly isDefault: boolean;
  };
  /** When e-SAKIP gave it, or said that it had not changed. */
  readonly asOfMs: number;
}

/** Results of evaluations from the hub's copies, so that nobody waits for e-SAKIP. */
export interface SakipScores {
  /** Of all OPDs in those years; undefined while e-SAKIP has not been copied yet. */
  listScores(years: readonly number[]): Promise<readonly SakipYearScore[] | undefined>;
}
