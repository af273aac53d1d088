import { setTimeout as pause } from 'node:timers/promises';
import type { AccessEntry, AccessLog } from '../ports/access-log.ts';
import type { Database, KeyRing } from '../store/index.ts';
import { auditUnavailable, withAuditErrors } from './audit-error.ts';
import { createChainWriter } from './chain-writer.ts';
import { createRowMaker } from './create-row-maker.ts';
import { listOfSubject } from './list-of-subject.ts';
import type { AccessRow, ChainPoint } from './log-row.ts';

export interface AccessLogOptions {
  /** Hears of every new end of the chain once it is committed, to vouch for it elsewhere. */
  readonly onAppended?: (end: ChainPoint) => void;
}

/** The access log of this hub, which ends before the database does. */
export interface OpenAccessLog extends AccessLog {
  /** Waits for the entries under way; later ones are refused. */
  close(): Promise<void>;
}

interface Waiting {
  readonly rows: readonly AccessRow[];
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** Rows of one statement: enough that the disk is not what limits, few enough that it answers in some milliseconds. */
const BATCH_ROWS = 1000;
/** Where answers come side by side, so long is waited for the next ones: a statement costs more than the rows in it. */
const GATHER_MS = 1;
/** Rows that wait at most, some 20 MB; a database this far behind is as good as away. */
const QUEUE_ROWS = 20_000;

/**
 * Creates the access log on the hub's database. What arrives while a write is under way goes together in the next one,
 * so that one wait for the disk serves all.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createAccessLog(database: Database, keys: KeyRing, options: AccessLogOptions = {}): OpenAccessLog {
  const { onAppended = () => {} } = options;
  const toRow = createRowMaker(keys);
  const writer = createChainWriter(database);
  let waiting: Waiting[] = [];
  let waitingRows = 0;
  let working: Promise<void> | undefined;
  let isClosed = false;

  async function work(): Promise<void> {
    await undefined; // those of the same turn of the event loop come along
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      waiting = waiting.slice(batch.length);
      const rows = batch.flatMap((one) => one.rows);
      waitingRows -= rows.length;
      try {
        const end = await withAuditErrors(() => writer.append(rows));
        onAppended(end);
        for (const one of batch) one.done();
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
      if (batch.length > 1) await pause(GATHER_MS);
    }
    working = undefined;
  }

  function enqueue(rows: readonly AccessRow[]): Promise<void> {
    if (isClosed) return Promise.reject(auditUnavailable('The hub is stopping.'));
    if (waitingRows + rows.length > QUEUE_ROWS) return Promise.reject(auditUnavailable('Too many entries wait.'));
    return new Promise((done, fail) => {
      waiting.push({ rows, done, fail });
      waitingRows += rows.length;
      working ??= work();
    });
  }

  return {
    async record(entries: readonly AccessEntry[]) {
      for (let start = 0; start < entries.length; start += BATCH_ROWS) {
        await enqueue(entries.slice(start, start + BATCH_ROWS).map(toRow));
      }
    },
    listOfSubject: (...asked) => listOfSubject(database, keys, ...asked),
    async close() {
      isClosed = true;
      await working;
    },
  };
}

/** The first ones that fit into a batch, one at least. */
function takeBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  let rows = 0;
  const beyond = waiting.findIndex((one) => {
    rows += one.rows.length;
    return rows > BATCH_ROWS;
  });
  return beyond === -1 ? waiting : waiting.slice(0, Math.max(beyond, 1));
}
