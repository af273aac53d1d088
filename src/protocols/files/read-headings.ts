import { CallFailure } from '../../outbound/index.ts';
import { asValue, type Cell, textOf } from './cell.ts';
import { MAX_COLUMNS } from './limits.ts';

/** Heading and place of a column. */
export type Column = readonly [heading: string, at: number];

/** A heading as it is compared: line ends and repeated blanks are how it was typed, not what it says. */
export function plainHeading(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Says that the line of the headings has none. */
export function noHeadings(line: number): CallFailure {
  return new CallFailure('badAnswer', `its file has no headings in line ${line}`);
}

/**
 * Reads the heading and the place of each column; those without a heading are nobody's.
 * @throws CallFailure badAnswer, which does not repeat what a heading says: it may be a row of data.
 */
export function readHeadings(line: number, cells: readonly (Cell | undefined)[]): Column[] {
  const columns = new Map<string, number>();
  cells.forEach((cell, at) => {
    const heading = plainHeading(textOf(asValue(cell)) ?? '');
    if (!heading) return;
    const before = columns.get(heading);
    if (before !== undefined) {
      const which = `columns ${before + 1} and ${at + 1}`;
      throw new CallFailure('badAnswer', `its file has the same heading in ${which} of line ${line}`);
    }
    columns.set(heading, at);
  });
  if (columns.size === 0) throw noHeadings(line);
  if (columns.size > MAX_COLUMNS || cells.length > MAX_COLUMNS)
    throw new CallFailure('badAnswer', `its file has more than ${MAX_COLUMNS} columns in line ${line}`);
  return [...columns];
}
