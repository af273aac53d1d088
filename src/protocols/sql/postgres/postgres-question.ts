import type { Connection, Submittable } from 'pg';
import { CallFailure } from '../../../outbound/index.ts';
import { BrokenConnection, type Question, type Row, refuseTwins, tooManyBytes, tooManyRows } from '../connection.ts';
import type { Value } from '../statement/compile-statement.ts';
import { failureOfPostgres } from './failure.ts';

// What `pg` hands to a question of one's own; its types leave these out.
interface Description {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}
interface DataRow {
  readonly length: number;
  readonly fields: readonly (string | null)[];
}
type Read = (text: string) => string | number | boolean;

const READERS: Readonly<Record<number, Read>> = {
  16: (text) => text === 't', // boolean
  21: Number, // smallint
  23: Number, // integer
};
const BYTEA = 17;
const SETTINGS = "select set_config('statement_timeout', $1, true), set_config('datestyle', 'ISO', true)";

/**
 * One question in its own read-only transaction, sent whole in one piece: BEGIN, settings, statement and COMMIT take one
 * round trip. The statement is prepared without a name: behind a pooler the next question may meet another session.
 */
export class PostgresQuestion implements Submittable {
  readonly #question: Question;
  readonly #settle: (failure: CallFailure | BrokenConnection | undefined, rows: Row[]) => void;
  #columns: readonly { readonly name: string; readonly read: Read | undefined }[] | undefined;
  readonly #rows: Row[] = [];
  #bytes = 0;
  #isOver = false;

  /** Calls `settle` once: with the failure, or with the rows. */
  constructor(question: Question, settle: (failure: CallFailure | BrokenConnection | undefined, rows: Row[]) => void) {
    this.#question = question;
    this.#settle = settle;
  }

  submit(connection: Connection): void {
    const { text, values, deadlineMs, maxRows } = this.#question;
    const timeoutMs = Math.max(1, deadlineMs - Date.now());
    connection.stream.cork();
    send(connection, 'begin read only', []);
    send(connection, SETTINGS, [String(timeoutMs)]);
    connection.parse({ name: '', text, types: [] }, true);
    connection.bind({ values: values.map(asText) }, true);
    connection.describe({ type: 'P', name: '' }, true);
    // One row more than allowed tells a long answer from one that just fits.
    connection.execute({ rows: String(maxRows + 1) }, true);
    send(connection, 'commit', []);
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: Description): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, read: READERS[dataTypeID] }));
    this.#attempt(() => {
      refuseTwins(fields.map(({ name }) => name));
      if (fields.some(({ dataTypeID }) => dataTypeID === BYTEA))
        throw new CallFailure('badAnswer', 'a column of bytes that are not text');
    });
  }

  handleDataRow({ length, fields }: DataRow): void {
    const columns = this.#columns;
    // Without a description it is the row of the settings.
    if (!columns || this.#isOver) return;
    this.#bytes += length;
    this.#attempt(() => {
      if (this.#bytes > this.#question.maxBytes) throw tooManyBytes(this.#question.maxBytes);
      if (this.#rows.length >= this.#question.maxRows) throw tooManyRows(this.#question.maxRows);
      const row: Record<string, string | number | boolean | null> = {};
      columns.forEach(({ name, read }, index) => {
        const text = fields[index] ?? null;
        // What stands for bytes that are not UTF-8; only a database without an encoding sends any.
        if (text?.includes('\uFFFD')) throw new CallFailure('badAnswer', 'bytes that are not text');
        row[name] = text === null || !read ? text : read(text);
      });
      this.#rows.push(row);
    });
  }

  handlePortalSuspended(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}

  handleCopyInResponse(connection: Connection): void {
    connection.stream.destroy();
  }

  handleCopyData(): void {}

  /** An error of the server, after which ReadyForQuery comes, or the end of the connection. */
  handleError(error: unknown): void {
    const failure = failureOfPostgres(error);
    // Once the answer has begun, asking again would only send as much again.
    this.#fail(this.#columns && failure instanceof BrokenConnection ? failure.failure : failure);
  }

  handleReadyForQuery(): void {
    if (!this.#isOver) this.#settle(undefined, this.#rows);
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      this.#fail(error);
    }
  }

  #fail(failure: CallFailure | BrokenConnection): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#rows.length = 0;
    this.#settle(failure, []);
  }
}

function send(connection: Connection, text: string, values: string[]): void {
  connection.parse({ name: '', text, types: [] }, true);
  connection.bind({ values }, true);
  connection.execute(null, true);
}

function asText(value: Value): string | null {
  return value === null ? null : String(value);
}
