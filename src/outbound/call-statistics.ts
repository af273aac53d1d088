import { type Clock, systemClock } from '../base/clock.ts';
import { CallFailure, type FailureKind } from './call-failure.ts';

export type CallOutcome = 'ok' | FailureKind;

/** What the last calls to a system were like. */
export interface CallStatistics {
  /** Remembers that a call that began then, by `performance.now()`, has ended now, with an error or well. */
  remember(startedMs: number, error?: unknown): void;
  /** How many calls ended so, since the start. */
  readonly counts: Readonly<Record<CallOutcome, number>>;
  /** Of the calls of the last five minutes, at most the last 256; undefined when there were none. */
  recent(): RecentCalls | undefined;
  /** Milliseconds since the epoch. */
  lastOkAtMs(): number | undefined;
}

export interface RecentCalls {
  readonly latencyP95Ms: number;
  /** 0 to 1; a quota or a refused password is an error too. */
  readonly errorRate: number;
}

const KEPT = 256;
const RECENT_MS = 300_000;

/** Creates empty statistics. */
export function createCallStatistics(clock: Clock = systemClock): CallStatistics {
  const counts: Record<CallOutcome, number> = { ok: 0, unavailable: 0, badAnswer: 0, quota: 0, denied: 0 };
  const endedAtMs = new Float64Array(KEPT).fill(Number.NEGATIVE_INFINITY);
  const latenciesMs = new Float32Array(KEPT);
  const failed = new Uint8Array(KEPT);
  let next = 0;
  let lastOkAtMs: number | undefined;

  const note = (startedMs: number, outcome: CallOutcome): void => {
    counts[outcome]++;
    const nowMs = clock.now();
    if (outcome === 'ok') lastOkAtMs = nowMs;
    endedAtMs[next] = nowMs;
    latenciesMs[next] = performance.now() - startedMs;
    failed[next] = outcome === 'ok' ? 0 : 1;
    next = (next + 1) % KEPT;
  };
  return {
    remember: (startedMs, error) => {
      if (error === undefined) note(startedMs, 'ok');
      // Anything else is a fault of ours and says nothing of the system.
      else if (error instanceof CallFailure) note(startedMs, error.kind);
    },
    counts,
    recent: () => {
      const sinceMs = clock.now() - RECENT_MS;
      const indexes = [...endedAtMs.keys()].filter((index) => (endedAtMs[index] ?? 0) >= sinceMs);
      if (indexes.length === 0) return undefined;
      const sorted = indexes.map((index) => latenciesMs[index] ?? 0).sort((left, right) => left - right);
      const latencyP95Ms = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
      return { latencyP95Ms, errorRate: indexes.filter((index) => failed[index] === 1).length / indexes.length };
    },
    lastOkAtMs: () => lastOkAtMs,
  };
}
