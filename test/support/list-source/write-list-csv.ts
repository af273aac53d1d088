import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIST_COLUMNS, type ListRow } from './row.ts';

export interface ListCsvOptions {
  /** Default `daftar.csv`. */
  readonly name?: string;
  /** Where the disk was full: in the middle of a line, or behind one, so that nobody can see it. */
  readonly truncated?: 'inLine' | 'behindLine';
  /** How much of it is left; default half. */
  readonly kept?: number;
}

/** Leaves the rows as a CSV with semicolons and CRLF, whole at once, and says where. */
export function writeListCsv(
  folder: string,
  rows: readonly ListRow[],
  { name = 'daftar.csv', truncated, kept = 0.5 }: ListCsvOptions = {},
): string {
  const columns = Object.keys(rows[0] ?? Object.fromEntries(LIST_COLUMNS.map((column) => [column, null])));
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const text = lines.map((cells) => `${cells.map(quote).join(';')}\r\n`).join('');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(`${file}.tulis`, truncated ? cut(text, truncated, kept) : text);
  renameSync(`${file}.tulis`, file);
  return file;
}

function cut(text: string, where: 'inLine' | 'behindLine', kept: number): string {
  const end = text.lastIndexOf('\r\n', Math.floor(text.length * kept)) + 2;
  // Within the first column of the line: its other columns are missing, and no line end follows.
  return where === 'behindLine' ? text.slice(0, end) : text.slice(0, end + 5);
}

function quote(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
