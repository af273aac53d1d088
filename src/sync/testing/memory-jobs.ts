import type { Clock } from '../../base/clock.ts';
import type { Jobs, NewJob, RunJob } from '../../ports/jobs.ts';

/** Queues in memory, worked through when a test says so. */
export interface MemoryJobs extends Pick<Jobs, 'add' | 'start' | 'findNextRunMs' | 'count'> {
  /** Those that wait, delayed ones too. */
  readonly waiting: readonly NewJob[];
  /** All that were ever added. */
  readonly added: readonly NewJob[];
  /** Does what is due by the clock, and what that leads to, until nothing is. */
  work(): Promise<void>;
  /** Forgets what waits, as a queue that was lost. */
  lose(): void;
}

/** Creates the queues; a job whose id waits or runs is not added a second time. */
export function createMemoryJobs(clock: Clock): MemoryJobs {
  const waiting = new Map<string, { readonly job: NewJob; readonly dueMs: number }>();
  const running = new Set<string>();
  const added: NewJob[] = [];
  let runners: Readonly<Record<string, RunJob>> = {};
  const run = async (job: NewJob): Promise<void> => {
    running.add(job.id);
    const { system, name, data } = job;
    const signal = new AbortController().signal;
    try {
      await runners[name]?.({ system, name, data, attempt: 1, signal, reportProgress: () => {} });
    } finally {
      running.delete(job.id);
    }
  };
  return {
    added,
    get waiting() {
      return [...waiting.values()].map(({ job }) => job);
    },
    add: async (job) => {
      added.push(job);
      if (!waiting.has(job.id) && !running.has(job.id))
        waiting.set(job.id, { job, dueMs: clock.now() + (job.delayMs ?? 0) });
    },
    findNextRunMs: async () => undefined,
    count: async () => [],
    start: async (given) => {
      runners = given;
    },
    work: async () => {
      for (;;) {
        const due = [...waiting.values()].filter(({ dueMs }) => dueMs <= clock.now());
        if (due.length === 0) return;
        for (const { job } of due) waiting.delete(job.id);
        for (const { job } of due) await run(job);
      }
    },
    lose: () => waiting.clear(),
  };
}
