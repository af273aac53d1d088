/** One thing that a look at a legacy system found; holds nothing of its address, account or content. */
export interface ProbeFinding {
  /** What was looked at: `connection`, `certificate`, `clock`, `account`, or an operation. */
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly message: string;
}
