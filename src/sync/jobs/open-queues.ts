import { Queue } from 'bullmq';
import { HubError } from '../../base/hub-error.ts';
import type { JobQueue, OnBackendError, QueueBackend } from './queue-backend.ts';
import { type Lane, lanes, nameQueue } from './queue-name.ts';

/** The queues of all systems, for those who add and ask. */
export interface Queues {
  /** @throws HubError INTERNAL for a system that has none. */
  of(system: string, lane: Lane): JobQueue;
  readonly systems: readonly string[];
  readonly all: readonly JobQueue[];
}

/** Dead letters are kept for two weeks, and the latest thousand of each queue. */
const KEPT_FAILED = { age: 14 * 86_400, count: 1_000 } as const;
/** Nobody reads BullMQ's stream of events. */
const KEPT_EVENTS = 10;
/** Our own strategy, see `decideBackoffMs`. */
const BACKOFF = { type: 'hub' } as const;

/** Opens two queues for each system. */
export function openQueues(backend: QueueBackend, systems: readonly string[], onError: OnBackendError): Queues {
  const queues = new Map<string, JobQueue>();
  for (const system of systems) {
    for (const lane of lanes) {
      const options = {
        connection: {},
        defaultJobOptions: { removeOnComplete: true, removeOnFail: KEPT_FAILED, backoff: BACKOFF },
        streams: { events: { maxLen: KEPT_EVENTS } },
      };
      const queue: JobQueue = new Queue(nameQueue(system, lane), options, backend.open);
      queue.on('error', onError);
      queues.set(queue.name, queue);
    }
  }
  return {
    of: (system, lane) => {
      const queue = queues.get(nameQueue(system, lane));
      if (!queue) throw new HubError('INTERNAL', `There is no job queue for the system ${system}.`);
      return queue;
    },
    systems,
    all: [...queues.values()],
  };
}
