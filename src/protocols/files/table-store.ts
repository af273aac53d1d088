import { CallFailure } from '../../outbound/index.ts';
import { HalfWritten } from './half-written.ts';
import { type FilePlace, type FoundFile, isSameStamp, type Stamp } from './place.ts';
import { type ReadOptions, readTable } from './read-table.ts';
import type { Settling } from './settling.ts';
import type { Table } from './table.ts';

/** The table of a file, and when the file was written. */
export interface FileTable extends Table {
  /** Milliseconds since the epoch. */
  readonly writtenAtMs: number;
}

/** Keeps the tables of the files in use, so that a file is read once for each state of it. */
export interface TableStore {
  /**
   * The table of a file; `key` names the options, since another operation may read it otherwise.
   * @throws HalfWritten; CallFailure
   */
  load(file: FoundFile, key: string, options: ReadOptions): Promise<FileTable>;
  /** The table of the last state of a file that was whole. */
  findLastWhole(file: FoundFile, key: string): FileTable | undefined;
  /** Forgets everything. */
  clear(): void;
}

interface Kept {
  readonly stamp: Stamp;
  readonly table: FileTable;
}

const MAX_KEPT = 4;
const MAX_KEPT_BYTES = 50_000_000;

/** Creates the store of one place. */
export function createTableStore(place: FilePlace, settling: Settling): TableStore {
  // In the order of their last use.
  const kept = new Map<string, Kept>();
  // A file that cannot be read is not read again for every call either.
  const refused = new Map<string, { readonly stamp: Stamp; readonly failure: CallFailure }>();
  const reading = new Map<string, Promise<FileTable>>();

  const read = async (id: string, file: FoundFile, options: ReadOptions): Promise<FileTable> => {
    if (file.stamp.size > options.limits.maxBytes)
      throw new CallFailure('badAnswer', `its file is larger than ${options.limits.maxBytes} bytes`);
    if (!(await settling.isSettled(file))) throw new HalfWritten();
    try {
      const read = await readTable(await place.readWhole(file), options);
      const table = { ...read, writtenAtMs: file.stamp.mtimeMs };
      kept.delete(id);
      kept.set(id, { stamp: file.stamp, table });
      dropOldest(kept);
      return table;
    } catch (error) {
      if (error instanceof CallFailure && error.kind === 'badAnswer') {
        refused.delete(id);
        refused.set(id, { stamp: file.stamp, failure: error });
        for (const oldest of refused.keys()) if (refused.size > MAX_KEPT) refused.delete(oldest);
      }
      throw error;
    }
  };
  return {
    load: async (file, key, options) => {
      const id = `${key}\n${file.path}`;
      const known = kept.get(id);
      if (known && isSameStamp(known.stamp, file.stamp)) {
        kept.delete(id);
        kept.set(id, known);
        return known.table;
      }
      const refusal = refused.get(id);
      if (refusal && isSameStamp(refusal.stamp, file.stamp)) throw refusal.failure;
      const stateId = JSON.stringify([id, file.stamp]);
      const underWay = reading.get(stateId) ?? read(id, file, options).finally(() => reading.delete(stateId));
      reading.set(stateId, underWay);
      return underWay;
    },
    findLastWhole: (file, key) => kept.get(`${key}\n${file.path}`)?.table,
    clear: () => {
      kept.clear();
      refused.clear();
    },
  };
}

/** The newest stays in any case, however large it is. */
function dropOldest(kept: Map<string, Kept>): void {
  let bytes = 0;
  for (const { stamp } of kept.values()) bytes += stamp.size;
  for (const [id, { stamp }] of kept) {
    if (kept.size <= 1 || (kept.size <= MAX_KEPT && bytes <= MAX_KEPT_BYTES)) return;
    kept.delete(id);
    bytes -= stamp.size;
  }
}
