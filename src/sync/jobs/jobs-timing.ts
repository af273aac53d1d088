/** How often, how long and how many; tests shorten them. */
export interface JobsTiming {
  /** Jobs of a system for which nobody waits that one process does at once. */
  readonly backgroundSlots: number;
  /** Jobs of a system for which a person waits that one process does at once. */
  readonly peopleSlots: number;
  /** Tries of a job for which nobody waits: its schedule brings the next one anyway. */
  readonly backgroundAttempts: number;
  /** Tries of a job for which a person waits, together about half an hour; after that whoever added it adds it anew. */
  readonly peopleAttempts: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** How long a worker that fell silent keeps its job; renewed at half of it, however long the job takes. */
  readonly lockMs: number;
  /** How often jobs of silent workers are looked for; two looks after the lock ended, another worker has the job. */
  readonly stalledCheckMs: number;
  /** How long a drain waits for the runners to come to a safe point. */
  readonly drainMs: number;
  /** How long a job is left to others that has no runner in this process, or cannot be done now. */
  readonly setAsideMs: number;
  /** The pause after a backend that did not answer. */
  readonly retryPauseMs: number;
}

export const defaultTiming: JobsTiming = {
  backgroundSlots: 4,
  peopleSlots: 16,
  backgroundAttempts: 5,
  peopleAttempts: 12,
  backoffMs: 1_000,
  maxBackoffMs: 300_000,
  lockMs: 20_000,
  stalledCheckMs: 10_000,
  drainMs: 20_000,
  setAsideMs: 30_000,
  retryPauseMs: 1_000,
};
