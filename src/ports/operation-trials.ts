/** One live call of an operation that reads, with nothing of anybody in it. */
export interface OperationTrial {
  readonly milliseconds: number;
  /** Letters and digits masked. */
  readonly answer: unknown;
  /** Letters and digits masked. */
  readonly records: readonly unknown[];
  /** Values that did not convert, and why. */
  readonly unreadable: readonly string[];
  /** NIKs of those whom the rows name as their owners, in the rows' order; not to be shown. */
  readonly owners: readonly (string | undefined)[];
}

export interface TriedOperation {
  readonly opd: string;
  /** Any of the OPD's where it is left out. */
  readonly system: string | undefined;
  readonly operation: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** Tries what the systems of this hub can be asked, behind the same guards as everybody's questions. */
export interface OperationTrials {
  /**
   * Finds the operation and checks its arguments before anybody is asked.
   * @throws HubError NOT_FOUND for a system that this hub does not ask; BAD_USER_INPUT for what the file does not have.
   */
  prepare(tried: TriedOperation): { run(): Promise<OperationTrial> };
}
