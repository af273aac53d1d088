import type { BackendFactory, IQueueBackend, Queue, Worker } from 'bullmq';
import type { JobData } from '../../ports/jobs.ts';

/** The backends here bring their connections themselves. */
export type NoConnection = Readonly<Record<string, never>>;
export type JobQueue = Queue<JobData, void, string, JobData, void, string, IQueueBackend, NoConnection>;
export type JobWorker = Worker<JobData, void, string, IQueueBackend, number, NoConnection>;

/** Where the queues live; the two siblings differ in nothing else. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Opens one queue's end for those who add, or with a blocking connection for those who work. */
  readonly open: BackendFactory<IQueueBackend, NoConnection>;
  /** Closes every connection, without waiting for a server that is away. */
  close(): Promise<void>;
}

/** Hears of every error of a connection. */
export type OnBackendError = (error: unknown) => void;
