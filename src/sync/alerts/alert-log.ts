import type { Log } from '../../base/log.ts';
import type { Alert } from './alert.ts';

/** Tells the log of alerts when they begin, grow and end, and never of the same one twice. */
export interface AlertLog {
  /** Takes all alerts that there are now. */
  note(alerts: readonly Alert[]): void;
}

/** Creates it. One that has shrunk a step is told as well: the number in the log is the last one that was true. */
export function createAlertLog(log: Log): AlertLog {
  let known = new Map<string, Alert>();
  return {
    note: (alerts) => {
      const current = new Map(alerts.map((alert) => [alert.key, alert]));
      const isGoing = new Set(alerts.map(topicOf));
      for (const [key, { subject, kind, describe: reason }] of current)
        if (!known.has(key)) log.warn('alert', { subject, kind, reason });
      for (const [key, alert] of known)
        if (!current.has(key) && !isGoing.has(topicOf(alert)))
          log.info('alert over', { subject: alert.subject, kind: alert.kind });
      known = current;
    },
  };
}

/** The key without its level. */
function topicOf({ key }: Alert): string {
  return key.slice(0, key.lastIndexOf(' '));
}
