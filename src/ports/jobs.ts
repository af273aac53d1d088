/** What a job is about; nothing personal, because job payloads are read by whoever runs the queues. */
export type JobData = Readonly<Record<string, string | number | boolean>>;

/** A job that waits for its turn. */
export interface NewJob {
  /** `dpmptsp/perizinan`: the system whose queue it waits in. */
  readonly system: string;
  /** What is to be done: `sync`, `deliver`, … */
  readonly name: string;
  readonly data: JobData;
  /** A second job with the id of one that waits or runs is none. */
  readonly id: string;
  /** Whether a person waits for it: such jobs go before all others of the system. */
  readonly isForPerson: boolean;
  readonly delayMs?: number;
  /** Whether one that is added while another of its id runs comes after it, once: what that one has read already may have changed. */
  readonly comesAfter?: boolean;
}

/** A job that comes again and again. */
export interface ScheduledJob {
  readonly system: string;
  readonly name: string;
  /** Names the schedule; a schedule of that id is replaced. */
  readonly id: string;
  readonly data: JobData;
  /** Every so many milliseconds, or at a time of day in Jakarta (`01:00`). */
  readonly every: { readonly ms: number } | { readonly dayTime: string };
}

/** One attempt at a job. */
export interface JobAttempt {
  readonly system: string;
  readonly name: string;
  readonly data: JobData;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the process drains: whoever can stops at the next safe point and throws. */
  readonly signal: AbortSignal;
  /** Shows how far it is, 0 to 100. */
  reportProgress(percent: number): void;
}

/** Does a job of one name. A thrown HubError that is not retryable is not tried again. */
export type RunJob = (attempt: JobAttempt) => Promise<void>;

/** How many jobs of a system stand where. */
export interface QueueCounts {
  readonly system: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Given up on after all attempts: dead letters. */
  readonly failed: number;
  readonly isPaused: boolean;
}

/** The queues of all systems. */
export interface Jobs {
  readonly backend: 'postgres' | 'redis';
  add(job: NewJob): Promise<void>;
  schedule(job: ScheduledJob): Promise<void>;
  /** Removes schedules of the systems that are not among these ids. */
  keepOnly(system: string, ids: readonly string[]): Promise<void>;
  /** When the schedule's next job is due, in milliseconds since the epoch. */
  findNextRunMs(system: string, id: string): Promise<number | undefined>;
  /** Begins to work; jobs of a name that is not here stay in their queue. */
  start(runners: Readonly<Record<string, RunJob>>): Promise<void>;
  pause(system: string): Promise<void>;
  resume(system: string): Promise<void>;
  count(): Promise<readonly QueueCounts[]>;
  /** Takes no further jobs, lets those under way come to a safe point, then closes. */
  drain(): Promise<void>;
}
