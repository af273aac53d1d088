import type { QueueCounts } from '../../ports/jobs.ts';
import type { OutboxBacklog } from '../../ports/sync-figures.ts';
import { type Alert, levelOf } from './alert.ts';

/** How long a submission may wait, each age a step further. */
const WAITING_STEPS_MS = [15, 60, 360, 1_440].map((minutes) => minutes * 60_000);
/** A queue of fewer is no news. */
const MANY_WAITING = 100;

/** Says in which systems' outbox submissions wait too long, are too many, or need a person. */
export function judgeOutbox(backlogs: readonly OutboxBacklog[], nowMs: number): Alert[] {
  return backlogs.flatMap(({ system, waiting, oldestAtMs, needsAttention }) => {
    const alerts: Alert[] = [];
    const add = (what: string, level: number, describe: string) =>
      alerts.push({ key: `outbox ${system} ${what} ${level}`, subject: system, kind: 'outbox', describe });
    const ageMs = oldestAtMs === undefined ? 0 : nowMs - oldestAtMs;
    const step = WAITING_STEPS_MS.filter((limit) => ageMs >= limit).length;
    if (step > 0) add('age', step, `the oldest submission has waited for ${Math.floor(ageMs / 60_000)} min`);
    if (waiting >= MANY_WAITING) add('size', levelOf(waiting), `${waiting} submissions wait`);
    if (needsAttention > 0) add('attention', levelOf(needsAttention), `${needsAttention} submissions need a person`);
    return alerts;
  });
}

/** Says in which systems jobs were given up. */
export function judgeQueues(counts: readonly QueueCounts[]): Alert[] {
  return counts
    .filter(({ failed }) => failed > 0)
    .map(({ system, failed }) => ({
      key: `deadLetters ${system} ${levelOf(failed)}`,
      subject: system,
      kind: 'deadLetters' as const,
      describe: `${failed} jobs were given up`,
    }));
}
