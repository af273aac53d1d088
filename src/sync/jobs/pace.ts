import { setTimeout as sleep } from 'node:timers/promises';
import type { IQueueBackend } from 'bullmq';
import { isAway } from './is-away.ts';
import type { OutageNote } from './outage-note.ts';

export interface PaceOptions {
  readonly pauseMs: number;
  readonly note: OutageNote;
  /** Aborted when no job is taken any more. */
  readonly draining: AbortSignal;
  /** Aborted when the connections close. */
  readonly ended: AbortSignal;
}

/**
 * Makes a worker's backend patient. BullMQ asks again at once after most errors of PostgreSQL, thousands of times a second
 * while the server starts; and when a job's end cannot be written because the server is just away, it forgets that the job
 * was done and does it again. So the first waits a moment, and the second is written as soon as the server is back.
 */
export function pace(backend: IQueueBackend, options: PaceOptions): IQueueBackend {
  const { pauseMs, note, draining, ended } = options;
  const take = backend.moveToActive.bind(backend);
  backend.moveToActive = async (...args) => {
    try {
      const job = await take(...args);
      note.answered();
      return job;
    } catch (error) {
      note.failed(error);
      await rest(pauseMs, draining);
      throw error;
    }
  };
  const insist = <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) => {
    const bound = call.bind(backend);
    return async (...args: Args): Promise<Result> => {
      for (;;) {
        try {
          return await bound(...args);
        } catch (error) {
          if (!isAway(error) || ended.aborted) throw error;
          note.failed(error);
          await rest(pauseMs, ended);
        }
      }
    };
  };
  backend.moveToCompleted = insist(backend.moveToCompleted);
  backend.moveToFailed = insist(backend.moveToFailed);
  backend.moveToDelayed = insist(backend.moveToDelayed);
  return backend;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
