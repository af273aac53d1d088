import { HubError } from '../../base/hub-error.ts';
import type { ScheduledJob } from '../../ports/jobs.ts';
import type { JobQueue } from './queue-backend.ts';

const TIME_ZONE = 'Asia/Jakarta';
/** A schedule whose next job is overdue by more has lost it, and is set anew. */
const OVERDUE_MS = 60_000;

/**
 * Sets a schedule. One that stands already just as wanted is left alone: setting it anew would run it at once, and so each
 * start of the hub would run everything.
 * @throws HubError BAD_USER_INPUT for a time of day that is none.
 */
export async function scheduleJob(queue: JobQueue, job: ScheduledJob, attempts: number, nowMs: number): Promise<void> {
  const repeat = 'ms' in job.every ? { every: job.every.ms } : { pattern: cronOf(job.every.dayTime), tz: TIME_ZONE };
  const known = await queue.getJobScheduler(job.id);
  const isAsWanted =
    known?.name === job.name &&
    known.every === ('every' in repeat ? repeat.every : undefined) &&
    known.pattern === ('pattern' in repeat ? repeat.pattern : undefined) &&
    isSame(known.template?.data ?? {}, job.data);
  if (isAsWanted && (known?.next ?? 0) > nowMs - OVERDUE_MS) return;
  await queue.upsertJobScheduler(job.id, repeat, { name: job.name, data: job.data, opts: { attempts } });
}

/** Removes what is scheduled and not among these. */
export async function keepSchedules(queue: JobQueue, ids: readonly string[]): Promise<void> {
  const kept = new Set(ids);
  for (const { key } of await queue.getJobSchedulers()) if (!kept.has(key)) await queue.removeJobScheduler(key);
}

function cronOf(dayTime: string): string {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(dayTime) ?? [];
  if (hour === undefined || minute === undefined) {
    throw new HubError('BAD_USER_INPUT', 'A time of day is written hh:mm, from 00:00 to 23:59.');
  }
  return `${Number(minute)} ${Number(hour)} * * *`;
}

function isSame(one: ScheduledJob['data'], other: ScheduledJob['data']): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
