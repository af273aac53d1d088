import type { QueueCounts } from '../../ports/jobs.ts';
import type { Queues } from './open-queues.ts';
import { lanes } from './queue-name.ts';

/** Counts the jobs of every system, those for people and the others together. */
export async function countJobs(queues: Queues): Promise<QueueCounts[]> {
  return await Promise.all(
    queues.systems.map(async (system) => {
      const counted = await Promise.all(lanes.map((lane) => countQueue(queues, system, lane)));
      const sum = (of: keyof (typeof counted)[number]) => counted.reduce((total, one) => total + Number(one[of]), 0);
      return {
        system,
        waiting: sum('waiting'),
        active: sum('active'),
        delayed: sum('delayed'),
        failed: sum('failed'),
        isPaused: counted.every(({ isPaused }) => isPaused),
      };
    }),
  );
}

async function countQueue(queues: Queues, system: string, lane: (typeof lanes)[number]) {
  const queue = queues.of(system, lane);
  const [counts, { 0: waiting = 0 }, isPaused] = await Promise.all([
    queue.getJobCounts('active', 'delayed', 'failed'),
    // No job here has a priority. The count by state leaves out what waits in a paused queue, on PostgreSQL alone.
    queue.getCountsPerPriority([0]),
    queue.isPaused(),
  ]);
  const { active = 0, delayed = 0, failed = 0 } = counts;
  return { waiting, active, delayed, failed, isPaused };
}
