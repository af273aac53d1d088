import type { StreamStatus } from '../../ports/sync-control.ts';
import { type Alert, levelOf } from './alert.ts';

export interface StreamLimits {
  /** From which age on the copies of a stream are stale. */
  staleMs(status: StreamStatus): number;
}

/** A night's sweep and two hours: right for a stream that runs once a day, late for one that runs each minute. */
const DAY_MS = 26 * 3_600_000;
/** Nobody works, or a run has lost its schedule. */
const OVERDUE_MS = 15 * 60_000;

/** Says which streams should be looked at, and why. */
export function judgeStreams(
  streams: readonly StreamStatus[],
  nowMs: number,
  { staleMs }: StreamLimits = { staleMs: () => DAY_MS },
): Alert[] {
  return streams.flatMap((status) => judgeStream(status, nowMs, staleMs(status)));
}

function judgeStream(status: StreamStatus, nowMs: number, staleMs: number): Alert[] {
  const { stream, state, lagMs = 0, nextRunAtMs, quarantined } = status;
  const alerts: Alert[] = [];
  const add = (kind: Alert['kind'], describe: string, level = 0) =>
    alerts.push({ key: `${kind} ${stream} ${level}`, subject: stream, kind, describe });
  if (state === 'failing') add('failing', 'the last run was no success');
  if (state === 'needsAttention') add('needsAttention', 'a person must decide before it goes on');
  if (lagMs > staleMs) add('stale', `its copies are older than ${Math.round(staleMs / 3_600_000)} h`);
  if (state === 'idle' && nextRunAtMs !== undefined && nowMs - nextRunAtMs > OVERDUE_MS)
    add('overdue', 'its next run has not begun');
  if (quarantined > 0) add('quarantine', `${quarantined} rows lie in quarantine`, levelOf(quarantined));
  return alerts;
}
