import type { AnomalyKind, ComparedActivity } from './anomaly.ts';

/** The same words on so many days of a month: routine work recurs, but not in the same words every day. */
const COPIED_DAYS = 15;

/** Counts what is odd in one employee's month by itself; `cutOff` is the first day on which an approval is late. */
export function countOwnAnomalies(
  activities: readonly ComparedActivity[],
  cutOff: string | undefined,
): ReadonlyMap<AnomalyKind, number> {
  const counts = new Map<AnomalyKind, number>();
  const add = (kind: AnomalyKind, count: number) => {
    if (count > 0) counts.set(kind, count);
  };
  const approved = activities.filter(({ approvedOn }) => approvedOn !== undefined);
  add('APPROVED_BEFORE_ACTIVITY', approved.filter(({ on, approvedOn = on }) => approvedOn < on).length);
  if (cutOff !== undefined) add('APPROVED_LATE', approved.filter(({ approvedOn = '' }) => approvedOn >= cutOff).length);
  const byText = Map.groupBy(activities, ({ textHash }) => textHash);
  const copied = [...byText.values()].filter((same) => new Set(same.map(({ on }) => on)).size >= COPIED_DAYS);
  add(
    'COPIED_TEXT',
    copied.reduce((sum, same) => sum + same.length, 0),
  );
  return counts;
}
