import { CallFailure } from '../../outbound/index.ts';
import { type CsvOptions, readCsv } from './csv/read-csv.ts';
import { HalfWritten } from './half-written.ts';
import { createTableBuilder, type Table, type TableOptions } from './table.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** How the files of an operation are to be read. */
export interface ReadOptions extends TableOptions, CsvOptions {
  readonly sheet: string | undefined;
}

const ZIP = Buffer.from('PK');
// Excel files before 2007, and every one with a password.
const COMPOUND_FILE = Buffer.from('d0cf11e0', 'hex');

/**
 * Reads a file, which its first bytes and not its name tell to be XLSX or CSV.
 * @throws HalfWritten when its end is missing; CallFailure badAnswer
 */
export async function readTable(bytes: Buffer, options: ReadOptions): Promise<Table> {
  // Whoever writes a file makes it before he fills it.
  if (bytes.length === 0) throw new HalfWritten();
  if (startsWith(bytes, COMPOUND_FILE))
    throw new CallFailure(
      'badAnswer',
      'its file is an old or protected Excel file; save it as XLSX without a password',
    );
  const table = createTableBuilder(options);
  if (startsWith(bytes, ZIP)) await readXlsx(bytes, options, table);
  else await readCsv(bytes, options, table);
  return table.finish();
}

function startsWith(bytes: Buffer, beginning: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning);
}
