import type { AllowanceLine } from '../../ports/allowances.ts';

/** What a rule may ask for. */
export type MissingInput =
  | 'MONTH'
  | 'CEILING'
  | 'SKP'
  | 'ATTENDANCE'
  | 'ACTIVITIES'
  | 'CHECK_INS'
  | 'EMPLOYEE_KIND'
  | 'GRADE'
  | 'SANCTIONS'
  | 'CLAIMS';

/** An input that a rule asks for and that is not there; `detail` says it to people, in Indonesian. */
export interface Missing {
  readonly input: MissingInput;
  readonly detail: string;
}

/** What a month's allowance comes to and why. The amount is the exact sum of the lines; without an input there is none. */
export interface Allowance {
  readonly lines: readonly AllowanceLine[];
  readonly missing: readonly Missing[];
  /** Before tax and insurance, what BPKAD calls gross. */
  readonly gross: number | undefined;
  /** After them; the same where the rule has none. */
  readonly amount: number | undefined;
}
