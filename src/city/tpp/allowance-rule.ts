/** A percentage as a rule file writes it, with two decimals at most. */
export type Percent = number;

/** So many minutes or fewer cost so much; without `upTo`, any more than the step before. */
export interface MinuteStep {
  readonly upTo?: number;
  readonly percent: Percent;
}

/** A part of the ceiling that attendance decides; deductions never make it less than nothing. */
export interface AttendanceShare {
  readonly percent: Percent;
  /** What each deduction is a percentage of: the share of the whole month, or of one working day. */
  readonly of: 'month' | 'day';
  /** Seconds that no boundary of minutes counts. */
  readonly graceSeconds: number;
  readonly late: readonly MinuteStep[];
  readonly early: readonly MinuteStep[];
  readonly noCheckOut: Percent;
  /** For each day with neither a record nor a document. */
  readonly absent: Percent;
}

/** A part that goes by the superior's approved minutes, full at a target. */
export interface MinutesShare {
  readonly percent: Percent;
  readonly target: number;
  /** Approvals count that were given before this day of the month after. */
  readonly approvedBefore: number;
}

/** A part of which each check-in of each working day earns the same. */
export interface CheckInShare {
  readonly percent: Percent;
  readonly perDay: number;
}

/** A part that goes by a grade of the yearly review (SKP): so much of it for each. */
export interface ReviewShare {
  readonly percent: Percent;
  /** How old the review may be, in years before the month's own. */
  readonly maxAge: number;
  readonly earned: Readonly<Record<string, Percent>>;
}

/** Parts of the ceiling, by kind; the list of kinds is closed. */
export interface Shares {
  readonly fixed?: { readonly percent: Percent };
  readonly skp?: ReviewShare;
  readonly behaviour?: ReviewShare;
  readonly minutes?: MinutesShare;
  readonly attendance?: AttendanceShare;
  readonly checkIns?: CheckInShare;
}

/** A deduction of the ceiling for whoever missed one event of one day. */
export interface EventDeduction {
  readonly on: string;
  readonly name: string;
  /** Beginnings of the names of structural positions. */
  readonly structuralPositions: readonly string[];
  /** The first that fits holds; nobody else is deducted anything. */
  readonly deductions: readonly {
    readonly kind?: 'PNS' | 'PPPK';
    readonly structural?: boolean;
    readonly percent: Percent;
  }[];
}

/** One dated rule of the allowance, as a file under `rules/` states it. */
export interface AllowanceRule {
  readonly name: string;
  readonly version: string;
  /** First and last month, `YYYY-MM`; without the last it still holds. */
  readonly from: string;
  readonly until?: string;
  /** Whether it stands in for a regulation that is not known; whatever is computed by it says so. */
  readonly isDefault: boolean;
  /** Where it was found. */
  readonly source: string;
  readonly shares?: Shares;
  /** So many days of leave or more in the month cost so much of what the shares come to. */
  readonly leave?: readonly { readonly days: number; readonly percent: Percent }[];
  /** What a disciplinary sanction (hukdis) costs of that, by its level. */
  readonly sanctions?: Readonly<Record<string, Percent>>;
  /** Whether claims of the city for damages (TGR) are withheld. */
  readonly claims?: boolean;
  /** Income tax of what is left, by grade of position. */
  readonly tax?: readonly { readonly upToGrade?: number; readonly percent: Percent }[];
  readonly insurance?: readonly { readonly name: string; readonly percent: Percent }[];
  readonly event?: EventDeduction;
}
