import { median } from '../load/percentile.ts';
import type { Round } from './measure-round.ts';

/** A contender's medians over its rounds. */
export interface Summary<Group extends string> {
  /** CPU milliseconds per request; `total` is of the groups that count as the contender's own. */
  readonly cpuMs: Readonly<Record<Group | 'total', number>>;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Null when the load generator's side was the limit. */
  readonly requestsPerSecond: number | null;
  readonly otherCoresBusy: number;
}

// Above this the generator, or what shares its core, may be what limits the rate.
const GENERATOR_LIMIT = 0.85;

/** Takes the medians; the CPU of the counted groups makes the total. */
export function summarize<Group extends string>(
  rounds: readonly Round<Group>[],
  counted: readonly Group[],
): Summary<Group> {
  const of = (read: (round: Round<Group>) => number) => median(rounds.map(read));
  const groups = Object.keys(rounds[0]?.cpuMs ?? {}) as Group[];
  const otherCoresBusy = of((round) => round.otherCoresBusy);
  return {
    cpuMs: {
      total: of(({ cpuMs }) => counted.reduce((sum, group) => sum + cpuMs[group], 0)),
      ...Object.fromEntries(groups.map((group) => [group, of(({ cpuMs }) => cpuMs[group])])),
    } as Record<Group | 'total', number>,
    p50Ms: of((round) => round.p50Ms),
    p99Ms: of((round) => round.p99Ms),
    requestsPerSecond: otherCoresBusy < GENERATOR_LIMIT ? of((round) => round.requestsPerSecond) : null,
    otherCoresBusy,
  };
}
