import type { RowSink } from '../cell.ts';
import { readSheet } from './read-sheet.ts';
import { readDayStyles } from './read-styles.ts';
import { readSharedTexts } from './read-texts.ts';
import { readWorkbook } from './read-workbook.ts';
import { openZip } from './zip-archive.ts';

export interface XlsxOptions {
  /** By default the first. */
  readonly sheet: string | undefined;
  readonly maxUnpackedBytes: number;
}

/**
 * Reads a sheet of an XLSX; text and number are told apart as the file tells them, never by their looks.
 * @throws HalfWritten when its end is missing; CallFailure badAnswer
 */
export async function readXlsx(bytes: Buffer, options: XlsxOptions, sink: RowSink): Promise<void> {
  const archive = openZip(bytes, options.maxUnpackedBytes);
  const { is1904, sheetPath, textsPath, stylesPath } = await readWorkbook(archive, options.sheet);
  const has = (path: string | undefined): path is string => path !== undefined && archive.has(path);
  const texts = has(textsPath) ? await readSharedTexts(archive.read(textsPath)) : [];
  const dayStyles = has(stylesPath) ? await readDayStyles(archive.read(stylesPath)) : new Set<string>();
  await readSheet(archive.read(sheetPath), { texts, dayStyles, is1904 }, sink);
}
