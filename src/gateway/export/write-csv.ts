import type { Cell, Table } from './make-table.ts';

// So that a spreadsheet does not take UTF-8 for its own old encoding.
const BYTE_ORDER_MARK = '\u{feff}';

/**
 * Writes a table as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front, also behind
 * blanks that a spreadsheet leaves out (OWASP, CSV injection).
 */
export function writeCsv({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((cells) => cells.map(writeCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = defuse(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that no spreadsheet takes for a formula. */
export function defuse(text: string): string {
  return /^\s*[=+\-@|%]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
