import { CallFailure } from '../../../outbound/index.ts';
import type { Cell, RowSink } from '../cell.ts';
import { columnOf, type MergedCells } from './merged-areas.ts';
import { parseXml } from './parse-xml.ts';
import { type CellContext, readCell } from './read-cell.ts';
import { createTextCollector } from './read-texts.ts';

/** Reads the rows of a sheet into a sink, with the numbers that Excel shows beside them. */
export async function readSheet(
  pieces: AsyncIterable<Uint8Array>,
  context: CellContext & { readonly merged: MergedCells },
  sink: RowSink,
): Promise<void> {
  const inline = createTextCollector();
  let line = 0;
  let cells: Cell[] = [];
  let column = 0;
  let attributes: Readonly<Record<string, string>> = {};
  let value: string | undefined;
  let isInValue = false;
  let hasFormula = false;
  const openCell = (of: Readonly<Record<string, string>>): void => {
    attributes = of;
    column = of.r === undefined ? cells.length : placeOf(of.r);
    value = undefined;
    hasFormula = false;
    if (column < cells.length) throw disordered();
  };
  const closeCell = (): void => {
    const { t: type, s: style } = attributes;
    while (cells.length < column) cells.push(null);
    cells[column] = readCell({ type, style, value, hasFormula, inlineText: inline.take() }, context);
  };
  await parseXml(pieces, {
    open: (name, getAttributes) => {
      if (name === 'c') openCell(getAttributes());
      else if (name === 'v') {
        isInValue = true;
        value = '';
      } else if (name === 'f') hasFormula = true;
      else if (name === 'row') {
        line = nextLine(line, getAttributes().r);
        cells = [];
      } else inline.open(name);
    },
    text: (text) => {
      if (isInValue) value += text;
      else inline.text(text);
    },
    close: (name) => {
      if (name === 'c') closeCell();
      else if (name === 'v') isInValue = false;
      else if (name === 'row') {
        context.merged.fill(line, cells);
        sink.push(line, cells);
      } else inline.close(name);
    },
  });
}

function nextLine(before: number, written: string | undefined): number {
  const line = written === undefined ? before + 1 : Number(written);
  if (!Number.isSafeInteger(line) || line <= before) throw disordered();
  return line;
}

const MAX_COLUMN = 16_384;

/** The place of a cell such as `C7`, from 0. */
function placeOf(address: string): number {
  const column = columnOf(/^[A-Z]{1,3}/.exec(address)?.[0] ?? '');
  if (column < 0 || column >= MAX_COLUMN) throw disordered();
  return column;
}

function disordered(): CallFailure {
  return new CallFailure('badAnswer', 'its XLSX has rows or cells out of their order');
}
