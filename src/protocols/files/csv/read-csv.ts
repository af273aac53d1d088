import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CallFailure } from '../../../outbound/index.ts';
import { textCell } from '../cell.ts';
import { HalfWritten } from '../half-written.ts';
import type { TableBuilder } from '../table.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';
import { skipLines } from './skip-lines.ts';

export interface CsvOptions {
  /** The line of the headings. */
  readonly header: number;
  /** Found out when it is not said. */
  readonly delimiter: string | undefined;
  readonly encoding: Encoding;
}

/**
 * Reads CSV into a table.
 * @throws HalfWritten when its end is missing; CallFailure badAnswer
 */
export async function readCsv(bytes: Uint8Array, options: CsvOptions, table: TableBuilder): Promise<void> {
  const { header, encoding } = options;
  const delimiter = options.delimiter ?? findDelimiter(await readLine(bytes, encoding, header));
  const end = { text: '' };
  const pieces = remember(skipLines(readText(bytes, encoding), header - 1), end);
  // Named, since the parser would take the first line's end for the only one there is, and files are pasted together.
  const parser = parse({ delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  const input = Readable.from(pieces);
  input.on('error', (error) => parser.destroy(error));
  let line = header;
  let lastLength = 0;
  try {
    for await (const record of input.pipe(parser) as AsyncIterable<string[]>) {
      pushRecord(table, line, record);
      line += 1 + countBreaks(record);
      lastLength = record.length;
    }
  } catch (error) {
    throw asFailure(error, line, end.text);
  } finally {
    input.destroy();
  }
  if (!isBreak(end.text) && lastLength < (table.width() ?? 0)) throw new HalfWritten();
}

function pushRecord(table: TableBuilder, line: number, record: readonly string[]): void {
  const width = table.width();
  const cells = record.map(textCell);
  // More cells than headings: a delimiter stands within a value, and nobody can say in which.
  const isShifted = width !== undefined && cells.slice(width).some((cell) => cell !== null);
  table.push(line, cells, isShifted);
}

/** The text of one line of a file, or how it begins. */
async function readLine(bytes: Uint8Array, encoding: Encoding, line: number): Promise<string> {
  let text = '';
  for await (const piece of skipLines(readText(bytes, encoding), line - 1)) {
    text += piece;
    const end = findLineEnd(text);
    if (end !== undefined) return text.slice(0, end);
    if (text.length > MAX_LINE_LENGTH) break;
  }
  return text;
}

/** Where the first line ends; a line end within quotes is part of a heading. */
function findLineEnd(text: string): number | undefined {
  for (const { 0: end, index } of text.matchAll(/"[^"]*"?|[\r\n]/g)) if (!end.startsWith('"')) return index;
  return undefined;
}

// Longer than any row; a file without line ends would become one row of as many cells as it has delimiters.
const MAX_LINE_LENGTH = 1_000_000;

async function* readText(bytes: Uint8Array, encoding: Encoding): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of decodeText(bytes, encoding)) {
    const first = piece.search(/[\r\n]/);
    if (length + (first < 0 ? piece.length : first) > MAX_LINE_LENGTH)
      throw new CallFailure('badAnswer', `its file has a line of more than ${MAX_LINE_LENGTH} letters`);
    const last = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'));
    length = first < 0 ? length + piece.length : piece.length - last - 1;
    yield piece;
  }
}

/** Passes text on and keeps its last character. */
async function* remember(pieces: AsyncIterable<string>, end: { text: string }): AsyncGenerator<string> {
  for await (const piece of pieces) {
    end.text = piece.at(-1) ?? end.text;
    yield piece;
  }
}

function countBreaks(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\n|\r/).length - 1;
  }
  return count;
}

function isBreak(text: string): boolean {
  return text === '\n' || text === '\r';
}

/** The parser's own error repeats what it could not read. */
function asFailure(error: unknown, line: number, end: string): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' && !isBreak(end)) return new HalfWritten();
  return new CallFailure('badAnswer', `its file has a quotation mark in line ${line} or below that CSV does not allow`);
}
