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
  /** Keyset: whether a page that is not full is the last; a service may give fewer rows than it is asked for. */
  readonly isSnapshot: boolean;
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
      const { rows } = page;
      const isFull = rows.length >= size;
      const position = findLast(rows, parts);
      if (isFull && !position)
        throw refuse(parts, 'gives a page whose rows have no cursor, and nobody knows what comes behind it');
      const isBehind = !position || isFirst || !last || isFurther(position, last);
      if (!isBehind && isFull) throw refuse(parts, 'does not give its rows in the order of the cursor');
      isFirst = false;
      isOver = isFull ? false : parts.isSnapshot || rows.length === 0 || !position || !isBehind;
      last = isBehind ? (position ?? last) : last;
      return asStreamPage(page, last);
    },
  };
}

/** Where rows stand that have nothing but their key. */
const NO_CURSOR = { version: 0, cursor: '' };

/** Where the last row stands of which that can be told. */
function findLast(
  rows: readonly unknown[],
  { hasCursor, readCursor, readKey }: ReadingParts,
): StreamPosition | undefined {
  const row = rows.findLast((one) => !hasCursor || readCursor(one) !== undefined);
  const cursor = row === undefined || !hasCursor ? NO_CURSOR : readCursor(row);
  return cursor && row !== undefined ? { ...cursor, after: readKey(row) } : undefined;
}

function isFurther(position: StreamPosition, before: StreamPosition): boolean {
  if (position.version !== before.version) return position.version > before.version;
  return position.after !== before.after;
}

/** Otherwise it would be asked for ever, or rows would be left out. */
function refuse({ opd, system }: ReadingParts, what: string): HubError {
  return new HubError('OPD_BAD_ANSWER', `${opd}/${system} ${what}.`, {
    opd,
    fix: 'The statement orders by the cursor, then by the key, and asks for what stands behind :since and :after.',
  });
}

/**
 * Follows whether rows come in the order of their cursor, for only then may a later reading go on in the middle. That of
 * one page may be chance: it takes the next one to show it.
 */
class Order {
  #highest: StreamPosition | undefined;
  #before = Number.NEGATIVE_INFINITY;
  #isKept = true;
  #pages = 0;

  constructor(from: StreamPosition | undefined) {
    this.#highest = from;
  }

  /** Where a later reading goes on; undefined where it did before, null where it must begin anew. */
  follow(rows: readonly unknown[], readCursor: ReadCursor, isLast: boolean): StreamPosition | null | undefined {
    for (const row of rows) {
      const one = readCursor(row);
      if (!one) continue;
      if (one.version < this.#before) this.#isKept = false;
      this.#before = one.version;
      if (!this.#highest || one.version >= this.#highest.version) this.#highest = { ...one, after: undefined };
    }
    this.#pages++;
    if (isLast) return this.#highest;
    if (!this.#isKept) return null;
    return this.#pages > 1 ? this.#highest : undefined;
  }
}

function asStreamPage({ answer, rows, total }: RowsPage, position: StreamPage['position']): StreamPage {
  const rejected = listRejectedRows(answer).map(({ row, column, reason }) => ({
    row,
    field: column ?? 'row',
    valueKind: 'tidak terbaca',
    cause: `Baris ${row} tidak dapat dibaca: ${reason}.`,
    fix: 'Perbaiki baris ini di berkas asal, lalu simpan berkas yang baru.',
  }));
  return { answer, rows, total, rejected, asOfMs: findAnswerTime(answer), position };
}
