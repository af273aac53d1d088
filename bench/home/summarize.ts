import type { ContenderName } from '../contenders/contender.ts';
import { median } from '../load/percentile.ts';
import type { Round } from './measure-round.ts';

/** A contender's medians over its rounds. */
export interface Summary {
  /** CPU milliseconds per request; `total` is of all its processes but PostgreSQL. */
  readonly cpuMs: {
    readonly total: number;
    readonly gateway: number;
    readonly subgraphs: number;
    readonly postgres: number;
  };
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Null when the load generator's side was the limit. */
  readonly requestsPerSecond: number | null;
  readonly otherCoresBusy: number;
}

// Above this the generator, or what shares its core, may be what limits the rate.
const GENERATOR_LIMIT = 0.85;

export function summarize(rounds: readonly Round[]): Summary {
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  const otherCoresBusy = of((round) => round.otherCoresBusy);
  return {
    cpuMs: {
      total: of(({ cpuMs }) => cpuMs.gateway + cpuMs.subgraphs),
      gateway: of(({ cpuMs }) => cpuMs.gateway),
      subgraphs: of(({ cpuMs }) => cpuMs.subgraphs),
      postgres: of(({ cpuMs }) => cpuMs.postgres),
    },
    p50Ms: of((round) => round.p50Ms),
    p99Ms: of((round) => round.p99Ms),
    requestsPerSecond: otherCoresBusy < GENERATOR_LIMIT ? of((round) => round.requestsPerSecond) : null,
    otherCoresBusy,
  };
}

/** A ratio of the hub's CPU to another contender's, and what it may be at most. */
export interface Ratio {
  readonly to: ContenderName;
  readonly value: number;
  readonly target: number;
}

const TARGETS: readonly (readonly [ContenderName, number])[] = [
  ['floor', 1.8],
  ['hive', 0.5],
  ['apollo', 0.2],
];

/** The hub's CPU against each of the others that were measured. */
export function compareHub(summaries: ReadonlyMap<ContenderName, Summary>): readonly Ratio[] {
  const hub = summaries.get('hub');
  return TARGETS.flatMap(([to, target]) => {
    const other = summaries.get(to);
    return hub && other ? [{ to, value: hub.cpuMs.total / other.cpuMs.total, target }] : [];
  });
}
