import type { QueueCounts } from './jobs.ts';
import type { StreamStatus } from './sync-control.ts';

/** What lies in the outbox of a system. */
export interface OutboxBacklog {
  /** `dpmptsp/perizinan`. */
  readonly system: string;
  /** Accepted or being delivered. */
  readonly waiting: number;
  /** When the oldest of them was accepted. */
  readonly oldestAtMs: number | undefined;
  readonly needsAttention: number;
}

/** How background work fares; numbers alone. */
export interface SyncFigures {
  countQueues(): Promise<readonly QueueCounts[]>;
  listStreams(): Promise<readonly StreamStatus[]>;
  countOutbox(): Promise<readonly OutboxBacklog[]>;
}
