import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Cell, Table } from './make-table.ts';
import { defuse } from './write-csv.ts';

/** Writes a table as XLSX: numbers as numbers, everything else as text, which Excel never runs. */
export function writeXlsx({ columns, rows }: Table, sheet: string): Promise<Buffer> {
  const head: Row = columns.map((value) => ({ value, type: String, fontWeight: 'bold' }));
  const body = rows.map((cells): Row => cells.map(asCell));
  return writeExcelFile([{ data: [head, ...body], sheet, stickyRowsCount: 1 }]).toBuffer();
}

function asCell(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: defuse(cell), type: String };
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: Boolean };
}
