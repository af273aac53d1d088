import { type Clock, systemClock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { SyncFigures } from '../../ports/sync-figures.ts';
import { createAlertLog } from './alert-log.ts';
import { judgeOutbox, judgeQueues } from './judge-backlog.ts';
import { judgeStreams } from './judge-streams.ts';

export interface AlertWatchOptions {
  readonly figures: SyncFigures;
  readonly log: Log;
  readonly clock?: Clock;
  readonly everyMs?: number;
}

/** Looks at background work again and again, and tells the log what has changed. */
export interface AlertWatch {
  /** Looks now. */
  look(): Promise<void>;
  close(): void;
}

const EVERY_MS = 60_000;

/** Begins to look. A look that the database does not answer says nothing: that it is away is told elsewhere. */
export function watchAlerts({ figures, log, clock = systemClock, ...options }: AlertWatchOptions): AlertWatch {
  const alertLog = createAlertLog(log);
  const look = async () => {
    const [streams, outbox, queues] = await Promise.all([
      figures.listStreams(),
      figures.countOutbox(),
      figures.countQueues(),
    ]);
    const nowMs = clock.now();
    alertLog.note([...judgeStreams(streams, nowMs), ...judgeOutbox(outbox, nowMs), ...judgeQueues(queues)]);
  };
  const lookQuietly = () => look().catch(() => {});
  const timer = setInterval(lookQuietly, options.everyMs ?? EVERY_MS).unref();
  return { look: lookQuietly, close: () => clearInterval(timer) };
}
