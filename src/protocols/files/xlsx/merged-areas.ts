import { CallFailure } from '../../../outbound/index.ts';
import type { Cell } from '../cell.ts';

/** Cells that Excel shows as one, of which only the first is written; lines from 1, columns from 0. */
export interface MergedArea {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly column: number;
}

// More than any list of households has; they take memory that the size of the file does not show.
const MAX_AREAS = 100_000;
// Areas do not overlap, so in one line there are no more than columns.
const MAX_OPEN = 16_384;
// Longer than the tag of an area, so that none is missed where two pieces meet.
const SEAM_LENGTH = 300;
const AREA = /<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3})(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?"[^<>]*>/g;

/**
 * Finds the areas of a sheet that reach over several lines. They stand behind all rows, and what they mean for a row must
 * be known before it is read: so they are looked for in the text, where nothing else can look like them.
 */
export async function findMergedAreas(pieces: AsyncIterable<Uint8Array>): Promise<MergedArea[]> {
  const areas: MergedArea[] = [];
  let seam = '';
  for await (const piece of pieces) {
    const text = seam + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    let end = 0;
    if (text.includes('mergeCell')) {
      for (const match of text.matchAll(AREA)) {
        const [whole, letters = '', first, last = first] = match;
        end = match.index + whole.length;
        if (Number(last) <= Number(first)) continue;
        areas.push({ firstLine: Number(first), lastLine: Number(last), column: columnOf(letters) });
        if (areas.length > MAX_AREAS) throw tooMany();
      }
    }
    seam = text.slice(Math.max(end, text.length - SEAM_LENGTH));
  }
  return areas.sort((a, b) => a.firstLine - b.firstLine);
}

/** The place of a column such as `C`, from 0. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Writes what stands in a merged area into each line that it reaches over. */
export interface MergedCells {
  /** To be called for each line, in their order. */
  fill(line: number, cells: Cell[]): void;
}

/** @param header the line of the headings: what is merged from it over the line below is no data. */
export function createMergedCells(areas: readonly MergedArea[], header: number): MergedCells {
  let next = 0;
  let open: { readonly area: MergedArea; readonly value: Cell }[] = [];
  return {
    fill: (line, cells) => {
      open = open.filter(({ area }) => area.lastLine >= line);
      for (const { area, value } of open) {
        if (line > header && area.firstLine <= header) continue;
        while (cells.length < area.column) cells.push(null);
        cells[area.column] = value;
      }
      for (let area = areas[next]; area && area.firstLine <= line; area = areas[++next])
        if (area.firstLine === line) open.push({ area, value: cells[area.column] ?? null });
      if (open.length > MAX_OPEN) throw tooMany();
    },
  };
}

function tooMany(): CallFailure {
  return new CallFailure('badAnswer', 'its XLSX has more merged cells than the hub reads');
}
