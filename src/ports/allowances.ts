/** One step of a computation: `amount` is `percent` of `base`, rounded half up to the rupiah; less than 0 for a deduction. */
export interface AllowanceLine {
  readonly rule: string;
  readonly base: number;
  readonly percent: number;
  readonly amount: number;
  readonly evidence: string;
}

/** An input that the rule asks for and that is not there; `detail` says it to people, in Indonesian. */
export interface MissingAllowanceInput {
  readonly input: string;
  readonly detail: string;
}

/** The rule that an allowance was computed by. */
export interface AllowanceRuleName {
  readonly name: string;
  readonly version: string;
  /** Whether it stands in for a regulation that is not known. */
  readonly isDefault: boolean;
  readonly source: string;
}

/** What BPKAD has paid for the month, by its own report. */
export interface PaidAllowance {
  readonly amount: number;
  readonly paidOn: string | undefined;
  /** `bpkad/simda`. */
  readonly system: string;
}

/** A month's allowance of one employee as the hub has computed it. */
export interface AllowanceResult {
  readonly month: string;
  readonly nip: string;
  readonly name: string | undefined;
  readonly opd: string;
  readonly unit: string | undefined;
  readonly rule: AllowanceRuleName | undefined;
  readonly ceiling: number | undefined;
  /** The system and month that the ceiling was taken from. */
  readonly ceilingSource: string | undefined;
  /** Undefined while something is missing. */
  readonly amount: number | undefined;
  readonly lines: readonly AllowanceLine[];
  readonly missing: readonly MissingAllowanceInput[];
  readonly paid: PaidAllowance | undefined;
  /** Computed less paid; undefined unless both are known. */
  readonly discrepancy: number | undefined;
  /** Oddities in his own reports, by kind. */
  readonly anomalies: Readonly<Record<string, number>>;
  /** Systems that it was computed from (`bkpsdmd/kepegawaian`), each with when it was last read. */
  readonly sources: readonly { readonly system: string; readonly asOfMs: number }[];
}

/** A result as it is kept: a proposal until an officer confirms it. */
export interface KeptAllowance extends AllowanceResult {
  readonly id: string;
  /** `superseded`: confirmed once, and another later. */
  readonly standing: 'proposal' | 'confirmed' | 'superseded';
  readonly computedAtMs: number;
  readonly confirmedAtMs: number | undefined;
}

/** Sums of an OPD and month; nothing in it says of whom. */
export interface AllowanceSum {
  readonly opd: string;
  readonly employees: number;
  readonly paid: number;
  readonly computed: number;
  /** Computed less paid, of those of whom both are known. */
  readonly discrepancy: number;
  readonly discrepancyCount: number;
  readonly incompleteCount: number;
}

/** Sums of a month, by the rule that they were computed by. */
export interface AllowanceMonth {
  readonly rule: AllowanceRuleName | undefined;
  readonly computedAtMs: number;
  readonly sums: readonly AllowanceSum[];
}

/** So many employees of an OPD reported on so many of its days. */
export interface ReportingSum {
  readonly opd: string;
  /** Employees times working days. */
  readonly expected: number;
  readonly reported: number;
}

/** How many of an OPD's employees reported on one day. */
export interface ReportingDay {
  readonly day: string;
  readonly opd: string;
  readonly employees: number;
  readonly reported: number;
}

/** Allowances (TPP) as the hub computes them from attendance, reports and reviews, beside what BPKAD paid. */
export interface Allowances {
  /** What stands of an employee's month: what was confirmed, and a proposal where that is newer or differs. */
  find(nip: string, month: string): Promise<readonly KeptAllowance[]>;
  /** All that is kept of an employee, of every month, the newest first. */
  listOfEmployee(nip: string): Promise<readonly KeptAllowance[]>;
  /** Those of an OPD, in the order of their ids, behind `afterId`. */
  listOfOpd(opd: string, month: string, limit: number, afterId: string | undefined): Promise<readonly KeptAllowance[]>;
  /** Makes a proposal the confirmed result; undefined when it is none, or incomplete. What was confirmed before is kept. */
  confirm(id: string, actor: string, atMs: number): Promise<KeptAllowance | undefined>;
  /** Undefined while the month has not been computed. */
  sumByOpd(month: string): Promise<AllowanceMonth | undefined>;
  /** Of all months that have been computed, from one to another, both included. */
  sumByMonth(from: string, to: string): Promise<readonly (AllowanceSum & { readonly month: string })[]>;
  /** Oddities of a month by OPD and kind: activities, not people. */
  listAnomalyCounts(
    month: string,
  ): Promise<readonly { readonly opd: string; readonly kind: string; readonly count: number }[]>;
  /** By OPD, over the days from one to another on which anybody was counted. */
  sumReporting(from: string, to: string): Promise<readonly ReportingSum[]>;
  /** The same of each month, from one to another, both included. */
  sumReportingByMonth(from: string, to: string): Promise<readonly (ReportingSum & { readonly month: string })[]>;
  /** The systems whose copies reports are counted from, each with when it was last read. */
  listReportingSources(): Promise<AllowanceResult['sources']>;
  listReporting(from: string, to: string, opd: string): Promise<readonly ReportingDay[]>;
  /** The days of a month on which an employee has reported, with how many activities. */
  listReportedDays(
    nip: string,
    month: string,
  ): Promise<readonly { readonly day: string; readonly activities: number }[]>;
}
