import { type Clock, systemClock } from '../base/clock.ts';
import type { HubError } from '../base/hub-error.ts';
import type { Log } from '../base/log.ts';

/** How often one OPD's fault of one kind is written at most. */
const INTERVAL_MS = 10_000;

/**
 * Creates what writes an OPD's faults into the log: a system that is down fails every citizen's every field, and one
 * line with their number says as much as ten thousand. There are few OPDs and codes, so nothing grows.
 */
export function createOutageLog(log: Log, clock: Clock = systemClock): (fault: HubError) => void {
  const written = new Map<string, { atMs: number; since: number }>();
  return ({ code, opd = 'unknown', message }) => {
    const key = `${code} ${opd}`;
    const last = written.get(key);
    const nowMs = clock.now();
    if (last && nowMs - last.atMs < INTERVAL_MS) {
      last.since++;
      return;
    }
    log.warn('opd failed', {
      code,
      opd,
      reason: message,
      ...(last && last.since > 0 && { alsoSinceLastLine: last.since }),
    });
    written.set(key, { atMs: nowMs, since: 0 });
  };
}
