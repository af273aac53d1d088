import { CallFailure } from '../../../outbound/index.ts';
import type { CellValue } from '../cell.ts';
import { asRecord } from '../find-rows.ts';
import { HalfWritten } from '../half-written.ts';
import { DEFAULT_FILE_LIMITS } from '../limits.ts';
import { compileOperation } from '../operation.ts';
import { readTable } from '../read-table.ts';
import type { RejectedRow } from '../table.ts';

type Spec = Readonly<Record<string, unknown>>;

/** What an operation would read in a file. */
export interface FileTrial {
  /** Each with the line that the OPD sees beside it. */
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, CellValue>> }[];
  readonly rejected: readonly RejectedRow[];
}

/** Whether an operation of a source of the kind `files` takes files of that name. */
export function takesFile(operation: Spec, name: string): boolean {
  return compileOperation(operation, DEFAULT_FILE_LIMITS).fits(name);
}

/** Reads a file by an operation's rules, as if it lay in the source's folder. @throws CallFailure badAnswer */
export async function tryFile(operation: Spec, source: Spec, bytes: Buffer): Promise<FileTrial> {
  const maxBytes = Number(source.maxBytes ?? DEFAULT_FILE_LIMITS.maxBytes);
  if (bytes.length > maxBytes) throw new CallFailure('badAnswer', `its file is larger than ${maxBytes} bytes`);
  const { options } = compileOperation(operation, DEFAULT_FILE_LIMITS);
  try {
    const table = await readTable(bytes, options);
    const rows = table.rows.map((row, index) => ({ row: table.lines[index] ?? 0, cells: asRecord(table, row) }));
    return { rows, rejected: table.rejected.map(({ row, column, reason }) => ({ row, column, reason })) };
  } catch (error) {
    if (error instanceof HalfWritten) throw new CallFailure('badAnswer', 'its file has no end: it was cut off');
    throw error;
  }
}
