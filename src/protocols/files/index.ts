/**
 * The files protocol: CSV and XLSX that an OPD leaves in a folder. An operation reads the newest whole file of its name and
 * finds rows by their columns. It refuses to read a file that is still being written, to leave the folder, to take a
 * column it does not find for no condition, and to guess at a number that Excel has rounded: such a row is rejected by
 * its number, and a question that it might answer fails instead of being told that there is nothing.
 */
import { isAbsolute } from 'node:path';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { CallFailure } from '../../outbound/index.ts';
import { type Call, type Protocol, type Source, SpecMistake } from '../protocol.ts';
import { type FileAnswer, findRows } from './find-rows.ts';
import { type FoundFile, listFiles } from './folder.ts';
import { HalfWritten } from './half-written.ts';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './limits.ts';
import { checkOperation, compileOperation, type FileOperation, listParameters } from './operation.ts';
import { createSettling, type Sleep } from './settling.ts';
import type { Table } from './table.ts';
import { createTableStore, type TableStore } from './table-store.ts';

const DEFAULT_SETTLE_MS = 500;

/** Creates the protocol; tests bring their own sleep and smaller limits. */
export function createFilesProtocol(sleep: Sleep, limits: FileLimits = DEFAULT_FILE_LIMITS): Protocol {
  return {
    name: 'files',
    open: (spec, { timeoutMs }): Source => {
      const folder = String(spec.files);
      if (!isAbsolute(folder))
        throw new SpecMistake('files', 'is not a whole path of a folder', 'write it like: /srv/hub/dinsos');
      const settling = createSettling(Number(spec.settleMs ?? DEFAULT_SETTLE_MS), sleep);
      const store = createTableStore(settling);
      const fileLimits = { ...limits, maxBytes: Number(spec.maxBytes ?? limits.maxBytes) };
      return {
        prepare: (operation): Call => {
          const compiled = compileOperation(operation.spec, fileLimits);
          return async (args, deadlineMs = Date.now() + timeoutMs) => {
            const wanted = compiled.want(args);
            const table = await beforeDeadline(loadNewest(folder, compiled, store), deadlineMs);
            return findRows(table, wanted) satisfies FileAnswer;
          };
        },
        close: async () => store.clear(),
      };
    },
    mayAskWithNothing: true,
    listParameters: ({ where }) => ({ all: listParameters(where), addressed: [] }),
    checkOperation,
  };
}

export const files: Protocol = createFilesProtocol((milliseconds) => sleepFor(milliseconds, undefined, { ref: false }));

/** The newest whole file: while one is being written, its last whole state, or else the next older file. */
async function loadNewest(folder: string, operation: FileOperation, store: TableStore): Promise<Table> {
  const found = await listFiles(folder, operation.fits);
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
): Promise<Table | undefined> {
  try {
    return await store.load(file, key, options);
  } catch (error) {
    if (!(error instanceof HalfWritten)) throw error;
    return store.findLastWhole(file, key);
  }
}

/** Gives up waiting, not reading: what has been read by then answers the next call. */
async function beforeDeadline<T>(reading: Promise<T>, deadlineMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new CallFailure('unavailable', 'reading its file takes longer than a call may'));
  const timer = setTimeout(giveUp, Math.max(0, deadlineMs - Date.now()));
  try {
    return await Promise.race([reading, promise]);
  } finally {
    clearTimeout(timer);
  }
}
