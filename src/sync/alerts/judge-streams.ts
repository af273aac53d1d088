import type { StreamStatus } from '../../ports/sync-control.ts';
import { type Alert, levelOf } from './alert.ts';

/** Nobody works, or a run has lost its schedule. */
const OVERDUE_MS = 15 * 60_000;

/** Says which streams should be looked at, and why. */
export function judgeStreams(streams: readonly StreamStatus[], nowMs: number): Alert[] {
  return streams.flatMap((status) => judgeStream(status, nowMs));
}

function judgeStream(status: StreamStatus, nowMs: number): Alert[] {
  const { stream, state, lastSuccessAtMs = nowMs, staleAfterMs = Infinity, nextRunAtMs, quarantined } = status;
  const alerts: Alert[] = [];
  const add = (kind: Alert['kind'], describe: string, level = 0) =>
    alerts.push({ key: `${kind} ${stream} ${level}`, subject: stream, kind, describe });
  if (state === 'failing') add('failing', 'the last run was no success');
  if (state === 'needsAttention') add('needsAttention', 'a person must decide before it goes on');
  // Not by the age of the copies: of a file that its agency brings once a month it says nothing.
  if (nowMs - lastSuccessAtMs > staleAfterMs) add('stale', `no run has succeeded for ${formatLimit(staleAfterMs)}`);
  if (state === 'idle' && nextRunAtMs !== undefined && nowMs - nextRunAtMs > OVERDUE_MS)
    add('overdue', 'its next run has not begun');
  if (quarantined > 0) add('quarantine', `${quarantined} rows lie in quarantine`, levelOf(quarantined));
  return alerts;
}

function formatLimit(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
