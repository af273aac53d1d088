import { CallFailure } from '../../outbound/index.ts';
import { type Call, dateAnswer, noteRejectedRows, type OperationSpec, type Source } from '../protocol.ts';
import { BrokenConnection } from './broken-connection.ts';
import { type FileAnswer, findRows } from './find-rows.ts';
import { HalfWritten } from './half-written.ts';
import type { FileLimits } from './limits.ts';
import { compileOperation, type FileOperation } from './operation.ts';
import type { FilePlace, FoundFile } from './place.ts';
import { createSettling, type Sleep } from './settling.ts';
import { createTableStore, type FileTable, type TableStore } from './table-store.ts';

export interface FileSourceOptions {
  /** How long a file must not change before it is read. */
  readonly settleMs: number;
  readonly sleep: Sleep;
  readonly limits: FileLimits;
  readonly timeoutMs: number;
}

/** Opens a source on the files of a place; how they are read is the same wherever they lie. */
export function openFileSource(place: FilePlace, options: FileSourceOptions): Source {
  const { settleMs, sleep, limits, timeoutMs } = options;
  const store = createTableStore(place, createSettling(place, settleMs, sleep));
  return {
    prepare: ({ spec, isRead }: OperationSpec): Call => {
      const operation = compileOperation(spec, limits);
      return async (args, deadlineMs = Date.now() + timeoutMs) => {
        const wanted = operation.want(args);
        const load = () => loadNewest(place, operation, store, deadlineMs);
        const table = await beforeDeadline(isRead ? twiceWhenBroken(load) : load(), deadlineMs);
        // As fresh as the file, not as the question.
        const answer: FileAnswer = findRows(table, wanted);
        return dateAnswer(noteRejectedRows(answer, answer.rejected), table.writtenAtMs);
      };
    },
    close: async () => {
      store.clear();
      await place.close();
    },
  };
}

/** The newest whole file: while one is being written, its last whole state, or else the next older file. */
async function loadNewest(
  place: FilePlace,
  operation: FileOperation,
  store: TableStore,
  deadlineMs: number,
): Promise<FileTable> {
  const found = await place.listFiles(operation.fits, deadlineMs);
  if (found.length === 0) throw new CallFailure('unavailable', 'there is no file of that name in its folder');
  for (const file of found) {
    const table = await findWhole(file, operation, store);
    if (table) return table;
  }
  throw new CallFailure('unavailable', 'a file is still being written');
}

async function findWhole(
  file: FoundFile,
  { key, options }: FileOperation,
  store: TableStore,
): Promise<FileTable | undefined> {
  try {
    return await store.load(file, key, options);
  } catch (error) {
    if (!(error instanceof HalfWritten)) throw error;
    return store.findLastWhole(file, key);
  }
}

/** Once more where the connection broke: a server may have closed one that nobody had used for a while. */
async function twiceWhenBroken<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof BrokenConnection)) throw error;
    return load();
  }
}

/** Gives up waiting, not reading: what has been read by then answers the next call. */
async function beforeDeadline<T>(reading: Promise<T>, deadlineMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new CallFailure('unavailable', 'reading its file takes longer than a call may'));
  const timer = setTimeout(giveUp, Math.max(0, deadlineMs - Date.now()));
  try {
    return await Promise.race([reading, promise]);
  } catch (error) {
    throw error instanceof BrokenConnection ? error.failure : error;
  } finally {
    clearTimeout(timer);
  }
}
