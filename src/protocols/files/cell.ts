/** A cell as a reader gives it: text is already trimmed, an empty cell is null. */
export type Cell = string | number | boolean | null | DayCell | UnreadableCell;

/** What a row of an answer holds. */
export type CellValue = string | number | boolean | null;

/** A number that its format shows as a day; apart from text, because in a column of identity numbers it is a fault. */
export class DayCell {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A cell whose value is not in the file; the reason never repeats what is. */
export class UnreadableCell {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Text as the answer gives it: blanks at its ends go, none left is null. */
export function textCell(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** Takes the rows of a file in their order, numbered as the OPD sees them. */
export interface RowSink {
  /**
   * @param isShifted whether the cells cannot be told to columns, so that the row is good for nothing.
   * @throws CallFailure badAnswer
   */
  push(line: number, cells: readonly (Cell | undefined)[], isShifted?: boolean): void;
}

/** A value as text, as arguments are compared with it. */
export function textOf(value: CellValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** An identity number as it is compared: blanks and the `'` that keeps Excel from rounding are how it was typed. */
export function plainNumber(text: string): string {
  return text.replace(/^'|\s+/g, '');
}

/** What an answer gives of a cell. */
export function asValue(cell: Cell | undefined): CellValue {
  if (cell instanceof DayCell) return cell.text;
  return cell === undefined || cell instanceof UnreadableCell ? null : cell;
}
