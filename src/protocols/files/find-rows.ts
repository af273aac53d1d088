import { CallFailure } from '../../outbound/index.ts';
import type { CellValue } from './cell.ts';
import { comparedText, type RejectedEntry, type RejectedRow, type Table } from './table.ts';

/** The parsed answer of an operation: `rows: "rows[]"` in the connector file. */
export interface FileAnswer {
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  /** Rows that are not among `rows` because they cannot be read, and might belong there. */
  readonly rejected: readonly RejectedRow[];
}

/** A column and the text that it must hold, an identity number without blanks. */
export type Wanted = readonly (readonly [column: string, text: string])[];

/**
 * Finds the rows in which every column holds what is wanted; all rows when nothing is.
 * @throws CallFailure badAnswer when a rejected row belongs to the answer, or might be all of it: nobody may take a row
 * that the hub cannot read for one that is not there.
 */
export function findRows(table: Table, wanted: Wanted): FileAnswer {
  const suspects = table.rejected.filter((entry) => mayMatch(entry, wanted));
  const rows = selectRows(table, wanted);
  const missing = suspects.find((entry) => wanted.length > 0 && doesMatch(entry, wanted)) ?? suspects[0];
  const isIncomplete = rows.length === 0 || (wanted.length > 0 && missing !== undefined && doesMatch(missing, wanted));
  if (missing && isIncomplete) throw unreadable(missing, suspects.length);
  return {
    rows: rows.map((row) => asRecord(table, row)),
    rejected: suspects.map(({ row, column, reason }) => ({ row, column, reason })),
  };
}

/** What stands under each heading. */
export function asRecord({ columns }: Table, row: readonly CellValue[]): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(columns.map(([heading, at]) => [heading, row[at] ?? null]));
}

function selectRows(table: Table, wanted: Wanted): readonly (readonly CellValue[])[] {
  if (wanted.length === 0) return table.rows;
  const hits = wanted.map(([column, text]) => table.indexes.get(column)?.get(text) ?? []);
  const fewest = hits.reduce((one, other) => (other.length < one.length ? other : one));
  const places = new Map(table.columns);
  const tests = wanted.map(([column, text]) => [places.get(column) ?? -1, text] as const);
  return fewest
    .map((number) => table.rows[number] ?? [])
    .filter((row) => tests.every(([at, text]) => comparedText(row, at, table.textPlaces) === text));
}

function mayMatch({ texts }: RejectedEntry, wanted: Wanted): boolean {
  return wanted.every(([column, text]) => texts.get(column) === undefined || texts.get(column) === text);
}

function doesMatch({ texts }: RejectedEntry, wanted: Wanted): boolean {
  return wanted.every(([column, text]) => texts.get(column) === text);
}

function unreadable({ row, column }: RejectedRow, count: number): CallFailure {
  const where = column === null ? `row ${row}` : `row ${row}, column "${column}"`;
  const others = count > 1 ? ` and ${count - 1} more` : '';
  return new CallFailure('badAnswer', `its file has rows that cannot be read (${where}${others})`);
}
