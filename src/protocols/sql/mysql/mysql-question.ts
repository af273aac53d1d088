import type { Connection, FieldPacket } from 'mysql2';
import { CallFailure } from '../../../outbound/index.ts';
import {
  BrokenConnection,
  type Question,
  type Row,
  refuseTwins,
  tooManyBytes,
  tooManyRows,
  tooSlow,
} from '../connection.ts';
import { failureOfMysql } from './failure.ts';
import { isBinary, type RawValue, readColumn } from './read-column.ts';

/** Asks over a connection, which is destroyed when it fails. @throws CallFailure, BrokenConnection */
export function askMysql(
  connection: Connection,
  question: Question,
  decode: (bytes: Buffer) => string,
  destroy: () => void,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const answer = new Answer(question, decode);
    const fail = (failure: CallFailure | BrokenConnection): void => {
      clearTimeout(timer);
      connection.off('error', onError);
      reject(failure);
      destroy();
    };
    const onError = (error: unknown): void => {
      const failure = error instanceof CallFailure ? error : failureOfMysql(error);
      // Once the answer has begun, asking again would only send as much again.
      fail(failure instanceof BrokenConnection && answer.hasBegun ? failure.failure : failure);
    };
    const attempt = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        onError(error);
      }
    };
    // The server ends an overdue statement itself, see connect-mysql.ts.
    const timer = setTimeout(() => fail(tooSlow()), Math.max(1, question.deadlineMs - Date.now()));
    connection.once('error', onError);
    const command = connection.execute({
      sql: question.text,
      values: [...question.values],
      rowsAsArray: true,
      typeCast: readColumn,
    });
    command.on('error', onError);
    command.on('fields', (fields: FieldPacket[]) => attempt(() => answer.begin(fields)));
    command.on('result', (row: unknown) => attempt(() => answer.add(row)));
    command.on('end', () => {
      clearTimeout(timer);
      connection.off('error', onError);
      resolve(answer.rows);
    });
  });
}

/** The rows as they arrive. */
class Answer {
  readonly rows: Row[] = [];
  readonly #question: Question;
  readonly #decode: (bytes: Buffer) => string;
  #names: readonly string[] = [];
  #bytes = 0;

  constructor(question: Question, decode: (bytes: Buffer) => string) {
    this.#question = question;
    this.#decode = decode;
  }

  get hasBegun(): boolean {
    return this.#names.length > 0;
  }

  begin(fields: readonly FieldPacket[]): void {
    this.#names = fields.map(({ name }) => name);
    refuseTwins(this.#names);
    if (fields.some(isBinary)) throw new CallFailure('badAnswer', 'a column of bytes that are not text');
  }

  add(raw: unknown): void {
    const { maxRows, maxBytes } = this.#question;
    if (!Array.isArray(raw)) throw new CallFailure('badAnswer', 'something else than rows');
    if (this.rows.length >= maxRows) throw tooManyRows(maxRows);
    const row: Record<string, string | number | null> = {};
    this.#names.forEach((name, index) => {
      const value = raw[index] as RawValue;
      this.#bytes += typeof value === 'number' || value === null ? 8 : value.length;
      row[name] = Buffer.isBuffer(value) ? this.#decode(value) : value;
    });
    if (this.#bytes > maxBytes) throw tooManyBytes(maxBytes);
    this.rows.push(row);
  }
}
