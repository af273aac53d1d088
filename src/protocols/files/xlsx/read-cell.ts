import { type Cell, DayCell, textCell, UnreadableCell } from '../cell.ts';
import { formatExcelDay } from './excel-day.ts';

/** What the sheet's XML says of a cell. */
export interface WrittenCell {
  /** `t`: what kind of value it is. */
  readonly type: string | undefined;
  /** `s`: the number of its style. */
  readonly style: string | undefined;
  readonly value: string | undefined;
  /** Text that stands in the cell itself. */
  readonly inlineText: string;
  readonly hasFormula: boolean;
}

/** What the other parts of the workbook say of its cells. */
export interface CellContext {
  readonly texts: readonly string[];
  readonly dayStyles: ReadonlySet<string>;
  readonly is1904: boolean;
}

const DAMAGED = new UnreadableCell('isi sel rusak');
const NOT_CALCULATED = new UnreadableCell('rumus tanpa hasil yang tersimpan');

/** Reads the value of a cell; that of a formula is the one that was last calculated. */
export function readCell(cell: WrittenCell, context: CellContext): Cell {
  const { type = 'n', value, hasFormula } = cell;
  if (type === 'inlineStr') return textCell(cell.inlineText);
  if (value === undefined || (value === '' && type !== 'str')) return hasFormula ? NOT_CALCULATED : null;
  if (type === 's') return readSharedText(value, context.texts);
  if (type === 'str' || type === 'e') return textCell(value);
  if (type === 'b') return value === '1' || value === 'true';
  if (type === 'd') return readIsoDay(value);
  return readNumber(value, cell.style, context);
}

function readSharedText(value: string, texts: readonly string[]): Cell {
  const text = texts[Number(value)];
  return text === undefined ? DAMAGED : textCell(text);
}

function readNumber(value: string, style: string | undefined, { dayStyles, is1904 }: CellContext): Cell {
  const number = Number(value);
  if (Number.isNaN(number)) return DAMAGED;
  const day = style !== undefined && dayStyles.has(style) ? formatExcelDay(number, is1904) : undefined;
  return day === undefined ? number : new DayCell(day);
}

/** A day as text with a time that means nothing more when it is midnight; an offset is not applied. */
function readIsoDay(value: string): Cell {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value);
  if (!match) return DAMAGED;
  const [, day = '', time = '00:00:00'] = match;
  return new DayCell(time === '00:00:00' ? day : `${day} ${time}`);
}
