import { type Cell, UnreadableCell } from './cell.ts';
import type { Column } from './read-headings.ts';

const NUMBER_IN_TEXT = 'angka, bukan teks: Excel hanya menyimpan 15 angka';
const TOO_LONG_NUMBER = 'angka lebih dari 15 digit: Excel mengganti digit sesudahnya dengan nol';
const SCIENTIFIC = 'tertulis dalam notasi ilmiah, sehingga digit aslinya hilang';

// What Excel makes of a long number when it saves CSV, with either decimal sign: 1,57101E+15.
const SCIENTIFIC_TEXT = /^-?\d(?:[.,]\d+)?E\+1\d$/i;
const FIRST_INEXACT = 1e15;
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV\/0!)$/;

/** The first cell of a row that cannot be given, and why. */
export function findFaulty(
  columns: readonly Column[],
  row: readonly Cell[],
  textPlaces: ReadonlySet<number>,
): { column: string; reason: string } | undefined {
  for (const [column, at] of columns) {
    const reason = findFault(row[at], textPlaces.has(at));
    if (reason !== undefined) return { column, reason };
  }
  return undefined;
}

/** Why a cell cannot be given: what it should say is not in the file any more. */
export function findFault(cell: Cell | undefined, isText: boolean): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof UnreadableCell) return cell.reason;
  if (typeof cell === 'string') {
    if (isText && FORMULA_ERROR.test(cell)) return 'hasil rumus yang gagal';
    return SCIENTIFIC_TEXT.test(cell) ? SCIENTIFIC : undefined;
  }
  if (isText) return NUMBER_IN_TEXT;
  return typeof cell === 'number' && Math.abs(cell) >= FIRST_INEXACT ? TOO_LONG_NUMBER : undefined;
}
