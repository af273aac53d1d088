import type { AnomalyKind, ComparedActivity } from './anomaly.ts';
import { countOwnAnomalies } from './own-anomalies.ts';

/** So many approvals of one superior within one minute of the clock: nobody reads so fast. */
const BURST_APPROVALS = 20;
/** So many people with the same words in one month. */
const SHARED_BY = 25;

interface Group {
  count: number;
  readonly byOpd: Map<string, number>;
}

export interface AnomalyCount {
  readonly opd: string;
  readonly kind: AnomalyKind;
  /** Activities, not people. */
  readonly count: number;
}

/**
 * Counts what is odd in a month of all employees, one after the other. It keeps numbers only: a count for each text, and for
 * each minute of each superior.
 */
export class AnomalyCounter {
  readonly #cutOff: string | undefined;
  readonly #own = new Map<string, number>();
  readonly #texts = new Map<number, Group>();
  readonly #minutes = new Map<string, Group>();

  constructor(cutOff: string | undefined) {
    this.#cutOff = cutOff;
  }

  /** Adds one employee's month and gives what is odd in it by itself. */
  add(opd: string, activities: readonly ComparedActivity[]): ReadonlyMap<AnomalyKind, number> {
    const own = countOwnAnomalies(activities, this.#cutOff);
    for (const [kind, count] of own) this.#own.set(`${opd} ${kind}`, (this.#own.get(`${opd} ${kind}`) ?? 0) + count);
    for (const [text, same] of Map.groupBy(activities, ({ textHash }) => textHash))
      note(this.#texts, text, opd, 1, same.length);
    for (const { approvedAtMs, approverHash } of activities)
      if (approvedAtMs !== undefined && approverHash !== undefined)
        note(this.#minutes, `${approverHash} ${Math.floor(approvedAtMs / 60_000)}`, opd, 1, 1);
    return own;
  }

  /** What is odd, by OPD and kind, once all have been added. */
  list(): AnomalyCount[] {
    const counts = new Map(this.#own);
    const addGroups = (groups: Iterable<Group>, least: number, kind: AnomalyKind) => {
      for (const { count, byOpd } of groups)
        if (count >= least)
          for (const [opd, ofOpd] of byOpd) counts.set(`${opd} ${kind}`, (counts.get(`${opd} ${kind}`) ?? 0) + ofOpd);
    };
    addGroups(this.#texts.values(), SHARED_BY, 'SHARED_TEXT');
    addGroups(this.#minutes.values(), BURST_APPROVALS, 'APPROVAL_BURST');
    return [...counts].map(([key, count]) => {
      const [opd = '', kind] = key.split(' ');
      return { opd, kind: kind as AnomalyKind, count };
    });
  }
}

function note<Key>(groups: Map<Key, Group>, key: Key, opd: string, members: number, activities: number): void {
  const group = groups.get(key) ?? { count: 0, byOpd: new Map<string, number>() };
  groups.set(key, group);
  group.count += members;
  group.byOpd.set(opd, (group.byOpd.get(opd) ?? 0) + activities);
}
