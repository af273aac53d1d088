import type { RowSink } from '../cell.ts';
import type { FileLimits } from '../limits.ts';
import { createMergedCells, findMergedAreas } from './merged-areas.ts';
import { readSheet } from './read-sheet.ts';
import { readDayStyles } from './read-styles.ts';
import { readSharedTexts } from './read-texts.ts';
import { readWorkbook } from './read-workbook.ts';
import { openZip } from './zip-archive.ts';

export interface XlsxOptions {
  /** By default the first. */
  readonly sheet: string | undefined;
  /** The line of the headings. */
  readonly header: number;
  readonly limits: FileLimits;
}

/**
 * Reads a sheet of an XLSX; text and number are told apart as the file tells them, never by their looks.
 * @throws HalfWritten when its end is missing; CallFailure badAnswer
 */
export async function readXlsx(bytes: Buffer, options: XlsxOptions, sink: RowSink): Promise<void> {
  const { sheet, header, limits } = options;
  const archive = openZip(bytes, limits.maxUnpackedBytes);
  const readPart = (path: string) => archive.read(path, limits.maxPartBytes);
  const { is1904, sheetPath, textsPath, stylesPath } = await readWorkbook(readPart, sheet);
  const has = (path: string | undefined): path is string => path !== undefined && archive.has(path);
  const texts = has(textsPath) ? await readSharedTexts(archive.read(textsPath), limits.maxCells) : [];
  const dayStyles = has(stylesPath) ? await readDayStyles(readPart(stylesPath)) : new Set<string>();
  const merged = createMergedCells(await findMergedAreas(archive.read(sheetPath)), header);
  await readSheet(archive.read(sheetPath), { texts, dayStyles, is1904, merged }, sink);
}
