/** A number that adds up over records: so many on one day, for one OPD and service. */
export interface Measure {
  /** `received`, `decided`, …: see `connector/figures`. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly amount: number;
}

export type FactKind = 'application' | 'complaint' | 'survey';

/** What one record adds to the city's figures; nothing in it says whose it is. */
export interface FactSheet {
  readonly kind: FactKind;
  /** Code of the OPD that it counts for; empty where none has been named yet. */
  readonly opd: string;
  /** Code of the service, or what the system calls it where the catalogue does not know it. */
  readonly service: string;
  readonly measures: readonly Measure[];
}

/** Sums of one OPD, kind and measure. */
export interface MeasureSum {
  readonly opd: string;
  readonly kind: FactKind;
  readonly measure: string;
  readonly amount: number;
}

/** The same for each month (`YYYY-MM`), and where asked for each service. */
export interface MonthSum extends MeasureSum {
  readonly month: string;
  readonly service: string | undefined;
}

export interface SumFilter {
  /** Codes of OPDs; without them, of all. */
  readonly opds?: readonly string[] | undefined;
  readonly measures?: readonly string[] | undefined;
  readonly kind?: FactKind | undefined;
}

/** Sums that are kept up to date with every record that changes; reading them takes as long for ten records as for a million. */
export interface CityFigures {
  /** All up to and with a day. */
  sumUntil(day: string, filter?: SumFilter): Promise<readonly MeasureSum[]>;
  /** Of each month from one to another, both included. */
  sumByMonth(
    from: string,
    to: string,
    filter?: SumFilter & { readonly byService?: boolean },
  ): Promise<readonly MonthSum[]>;
}
