import { HubError } from '../../base/hub-error.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { findAnswerTime, listRejectedRows } from '../../protocols/protocol.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { RowsPage } from '../compile/open-rows.ts';
import type { StreamPage, StreamPosition, StreamReading } from './compiled-stream.ts';

export interface ReadingParts {
  readonly operation: CompiledOperation;
  readonly opd: string;
  readonly system: string;
  /** Parameters of the first question. */
  firstArguments(from: StreamPosition | undefined): CallArguments;
  /** Keyset: parameters of the question behind a row; undefined where the operation has pages of its own, or none. */
  readonly nextArguments: ((position: StreamPosition) => CallArguments) | undefined;
  /** Keyset: rows of a full page. */
  readonly size: number;
  /** Whether rows are ordered by a cursor before the key, or by the key alone. */
  readonly hasCursor: boolean;
  readonly readCursor: ReadCursor;
  /** The key as the system writes it. */
  readKey(row: unknown): string;
}

/** What stands in the cursor's column; undefined where nothing does that can be read. */
export type ReadCursor = (row: unknown) => Pick<StreamPosition, 'version' | 'cursor'> | undefined;

/** Reads what the operation's own pages give, or its only answer. */
export function readPages(parts: ReadingParts, from: StreamPosition | undefined): StreamReading {
  const rows = parts.operation.openRows(parts.firstArguments(from));
  const order = new Order(from);
  return {
    hasNext: () => rows.hasNext(),
    next: async () => {
      const page = await rows.next();
      const position = order.follow(page.rows, parts.readCursor, !rows.hasNext());
      return asStreamPage(page, position);
    },
  };
}

/** Reads by keys: each page is asked for behind the last row of the one before, so nothing that moves is left out. */
export function readByKeys(parts: ReadingParts, from: StreamPosition | undefined): StreamReading {
  const { operation, size, nextArguments } = parts;
  let last = from;
  let isFirst = true;
  let isOver = false;
  const ask = async (): Promise<RowsPage> => {
    const args = isFirst || !last || !nextArguments ? parts.firstArguments(from) : nextArguments(last);
    return operation.openRows(args).next();
  };
  return {
    hasNext: () => !isOver,
    next: async () => {
      const page = await ask();
      const position = lastOf(page.rows, isFirst ? undefined : last, parts);
      isFirst = false;
      isOver = page.rows.length < size || !position;
      last = position ?? last;
      return asStreamPage(page, last);
    },
  };
}

/** Where rows stand that have nothing but their key. */
const NO_CURSOR = { version: 0, cursor: '' };

/** @throws HubError OPD_BAD_ANSWER when the last row stands before where the question began: then it would go on for ever. */
function lastOf(
  rows: readonly unknown[],
  before: StreamPosition | undefined,
  { hasCursor, readCursor, readKey, opd, system }: ReadingParts,
): StreamPosition | undefined {
  const row = rows.findLast((one) => !hasCursor || readCursor(one) !== undefined);
  const cursor = row === undefined || !hasCursor ? NO_CURSOR : readCursor(row);
  if (!cursor || row === undefined) return undefined;
  const position = { ...cursor, after: readKey(row) };
  const isBehind =
    !before ||
    position.version > before.version ||
    (position.version === before.version && position.after !== before.after);
  if (isBehind) return position;
  throw new HubError('OPD_BAD_ANSWER', `${opd}/${system} does not give its rows in the order of the cursor.`, {
    opd,
    fix: 'The statement orders by the cursor, then by the key, and asks for what stands behind :since and :after.',
  });
}

/** Follows whether rows come in the order of their cursor, for only then may a later reading go on in the middle. */
class Order {
  #highest: StreamPosition | undefined;
  #before = Number.NEGATIVE_INFINITY;
  #isKept = true;

  constructor(from: StreamPosition | undefined) {
    this.#highest = from;
  }

  follow(rows: readonly unknown[], readCursor: ReadCursor, isLast: boolean): StreamPosition | undefined {
    for (const row of rows) {
      const one = readCursor(row);
      if (!one) continue;
      if (one.version < this.#before) this.#isKept = false;
      this.#before = one.version;
      if (!this.#highest || one.version >= this.#highest.version) this.#highest = { ...one, after: undefined };
    }
    return this.#isKept || isLast ? this.#highest : undefined;
  }
}

function asStreamPage({ answer, rows, total }: RowsPage, position: StreamPosition | undefined): StreamPage {
  const rejected = listRejectedRows(answer).map(({ row, column, reason }) => ({
    row,
    field: column ?? 'row',
    valueKind: 'tidak terbaca',
    cause: `Baris ${row} tidak dapat dibaca: ${reason}.`,
    fix: 'Perbaiki baris ini di berkas asal, lalu simpan berkas yang baru.',
  }));
  return { answer, rows, total, rejected, asOfMs: findAnswerTime(answer), position };
}
