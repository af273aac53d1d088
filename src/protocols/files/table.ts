import { CallFailure } from '../../outbound/index.ts';
import { asValue, type Cell, type CellValue, plainNumber, type RowSink, textOf } from './cell.ts';
import { findFault, findFaulty } from './find-fault.ts';
import type { FileLimits } from './limits.ts';
import { type Column, noHeadings, readHeadings } from './read-headings.ts';

/** A row that cannot be given, by the number that the OPD sees beside it; never holds what stands in it. */
export interface RejectedRow {
  readonly row: number;
  /** Null when the cells cannot be told to columns. */
  readonly column: string | null;
  /** For the OPD, in Indonesian. */
  readonly reason: string;
}

/** A rejected row with what of it can be read in the columns that are asked by; undefined where nothing can. */
export interface RejectedEntry extends RejectedRow {
  readonly texts: ReadonlyMap<string, string | null | undefined>;
}

/** The rows of a file, with an index for each column that is asked by. */
export interface Table {
  /** Heading and place of each column. */
  readonly columns: readonly Column[];
  /** Places of columns with identity numbers. */
  readonly textPlaces: ReadonlySet<number>;
  /** Cells up to the last one that is not empty. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The line of each row. */
  readonly lines: readonly number[];
  readonly rejected: readonly RejectedEntry[];
  /** By column, then by text, identity numbers without blanks: the numbers of the rows in `rows`. */
  readonly indexes: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
}

export interface TableOptions {
  /** The line of the headings. */
  readonly header: number;
  readonly textColumns: readonly string[];
  /** Columns that are asked by. */
  readonly keyColumns: readonly string[];
  readonly limits: FileLimits;
}

export interface TableBuilder extends RowSink {
  /** How many columns the headings have; undefined before they came. */
  width(): number | undefined;
  /** @throws CallFailure badAnswer when there was no heading. */
  finish(): Table;
}

const SHIFTED = 'lebih banyak kolom daripada judulnya';

/** Creates a table out of the rows that are pushed into it. */
export function createTableBuilder(options: TableOptions): TableBuilder {
  const { header, keyColumns, limits } = options;
  const rows: CellValue[][] = [];
  const lines: number[] = [];
  const rejected: RejectedEntry[] = [];
  const indexes = new Map(keyColumns.map((column) => [column, new Map<string, number[]>()]));
  let layout: Layout | undefined;
  let cellCount = 0;
  const count = (cells: number): void => {
    cellCount += cells;
    if (rows.length + rejected.length >= limits.maxRows || cellCount > limits.maxCells)
      throw new CallFailure('badAnswer', 'its file has more rows or columns than the hub reads');
  };
  const addRow = (row: CellValue[], { places, textPlaces }: Layout): void => {
    for (const [column, index] of indexes) {
      const text = comparedText(row, places.get(column) ?? -1, textPlaces);
      if (text === null) continue;
      const same = index.get(text);
      if (same) same.push(rows.length);
      else index.set(text, [rows.length]);
    }
    rows.push(row);
  };
  return {
    width: () => layout?.width,
    push: (line, cells, isShifted = false) => {
      if (line < header) return;
      if (!layout) {
        layout = readLayout(line, cells, options);
        return;
      }
      const row = takeCells(cells, layout.width);
      if (row.length === 0 && !isShifted) return;
      count(row.length);
      const fault = isShifted ? { column: null, reason: SHIFTED } : findFaulty(layout.columns, row, layout.textPlaces);
      if (fault) rejected.push({ row: line, ...fault, texts: readTexts(row, keyColumns, layout, isShifted) });
      else {
        addRow(row.map(asValue), layout);
        lines.push(line);
      }
    },
    finish: () => {
      if (!layout) throw noHeadings(header);
      const { columns, textPlaces } = layout;
      return { columns, textPlaces, rows, lines, rejected, indexes };
    },
  };
}

/** What the headings say of the columns. */
interface Layout {
  readonly columns: readonly Column[];
  readonly places: ReadonlyMap<string, number>;
  readonly textPlaces: ReadonlySet<number>;
  readonly width: number;
}

function readLayout(line: number, cells: readonly (Cell | undefined)[], options: TableOptions): Layout {
  const { header, keyColumns, textColumns } = options;
  if (line > header) throw noHeadings(header);
  const columns = readHeadings(line, cells);
  const places = new Map(columns);
  const missing = [...keyColumns, ...textColumns].find((column) => !places.has(column));
  if (missing !== undefined)
    throw new CallFailure('badAnswer', `its file has no column "${missing}" in line ${header}`);
  const textPlaces = new Set(textColumns.map((column) => places.get(column) ?? -1));
  return { columns, places, textPlaces, width: (columns.at(-1)?.[1] ?? 0) + 1 };
}

/** What of a cell is compared: of identity numbers no blanks. */
export function comparedText(row: readonly CellValue[], at: number, textPlaces: ReadonlySet<number>): string | null {
  const text = textOf(row[at]);
  return text !== null && textPlaces.has(at) ? plainNumber(text) : text;
}

/** What of a rejected row can be read in the columns that are asked by. */
function readTexts(row: readonly Cell[], keyColumns: readonly string[], layout: Layout, isShifted: boolean) {
  return new Map(
    keyColumns.map((column) => {
      const at = layout.places.get(column) ?? -1;
      const isReadable = !isShifted && findFault(row[at], layout.textPlaces.has(at)) === undefined;
      return [column, isReadable ? comparedText(row.map(asValue), at, layout.textPlaces) : undefined];
    }),
  );
}

/** The cells under headings, up to the last that is not empty. */
function takeCells(cells: readonly (Cell | undefined)[], width: number): Cell[] {
  let end = Math.min(cells.length, width);
  while (end > 0 && (cells[end - 1] ?? null) === null) end--;
  return Array.from({ length: end }, (_unused, at) => cells[at] ?? null);
}
