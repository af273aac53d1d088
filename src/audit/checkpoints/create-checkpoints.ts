import type { KeyObject } from 'node:crypto';
import { type Clock, systemClock } from '../../base/clock.ts';
import type { ChainPoint } from '../log-row.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { appendCheckpoint, openCheckpointFolder } from './checkpoint-file.ts';

export interface CheckpointOptions {
  /** Outside the database, best on another disk: who can change both can rewrite the log. */
  readonly folder: string;
  readonly signingKey: KeyObject;
  /** Rows after which the next one is due. */
  readonly everyRows?: number;
  /** How long rows stay without one at most. */
  readonly everyMs?: number;
  readonly clock?: Clock;
  /** Hears that one could not be written; the next rows bring the next attempt. */
  readonly onFailed: (error: unknown) => void;
}

/** What vouches for the log outside the database. */
export interface Checkpoints {
  /** Hears where the chain ends now. */
  note(end: ChainPoint): void;
  /** Writes the last one and waits for the disk. */
  close(): Promise<void>;
}

const EVERY_ROWS = 10_000;
const EVERY_MS = 5 * 60_000;

/** Creates what signs the end of the chain now and then: after so many rows, after so much time, and at the end. */
export async function createCheckpoints(options: CheckpointOptions): Promise<Checkpoints> {
  const { folder, signingKey, everyRows = EVERY_ROWS, everyMs = EVERY_MS, clock = systemClock, onFailed } = options;
  await openCheckpointFolder(folder);
  let latest: ChainPoint | undefined;
  let signedSeq: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const end = latest;
    if (end === undefined || end.seq === signedSeq) return;
    signedSeq = end.seq;
    const line = formatCheckpoint({ seq: end.seq, hash: end.hash, atMs: clock.now() }, signingKey);
    writing = writing.then(() => appendCheckpoint(folder, line)).catch(onFailed);
  }

  return {
    note(end) {
      // What stood before this hub's first rows is not its own to count.
      signedSeq ??= end.seq - 1;
      latest = end;
      if (end.seq - signedSeq >= everyRows) write();
      // Not a reason for the process to stay: close writes what is left.
      else timer ??= setTimeout(write, everyMs).unref();
    },
    async close() {
      write();
      await writing;
    },
  };
}
