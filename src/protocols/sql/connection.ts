import { CallFailure } from '../../outbound/index.ts';
import type { Value } from './statement/compile-statement.ts';

/** A row of an answer: what stands in each column, by the column's name. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** One read: a statement, its values and how much may come back until when. */
export interface Question {
  readonly text: string;
  readonly values: readonly Value[];
  readonly deadlineMs: number;
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** One open connection, for one question at a time. */
export interface DatabaseConnection {
  /**
   * Asks in a read-only transaction that the server itself ends at the deadline.
   * @throws CallFailure; BrokenConnection when it broke before any of the answer came.
   */
  read(question: Question): Promise<Row[]>;
  /** False once it is closed, or in a state that no further question should meet. */
  isUsable(): boolean;
  onClose(listener: () => void): void;
  /** Takes leave of the server. */
  end(): Promise<void>;
  /** Closes it at once. */
  destroy(): void;
}

/** The connection ended before any of the answer came, so a read may be sent again over another one. */
export class BrokenConnection extends Error {
  readonly failure: CallFailure;

  constructor(code: string) {
    super('the connection is broken');
    this.failure = new CallFailure('unavailable', `the connection failed (${code})`);
  }
}

/** A network error's code; SQL errors have codes of their own. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'no code';
}

export function tooSlow(): CallFailure {
  return new CallFailure('unavailable', 'no answer within the time allowed');
}

export function tooManyRows(maxRows: number): CallFailure {
  return new CallFailure('badAnswer', `the answer is larger than ${maxRows} rows`);
}

export function tooManyBytes(maxBytes: number): CallFailure {
  return new CallFailure('badAnswer', `the answer is larger than ${maxBytes} bytes`);
}

/** @throws CallFailure when two columns have one name: one would hide the other. */
export function refuseTwins(names: readonly string[]): void {
  if (new Set(names).size < names.length)
    throw new CallFailure('badAnswer', 'two columns of one name; give each its own with AS');
}
