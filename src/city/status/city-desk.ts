import type { Clock } from '../../base/clock.ts';
import type { StatusReader } from '../../ports/system-status.ts';
import type { FigureKind, FigureProvider } from './figure-provider.ts';
import { type CitySnapshot, readSnapshot } from './read-snapshot.ts';

/** What the city's status is told from. */
export interface CityDeskParts {
  readonly providers: readonly FigureProvider[];
  readonly status: StatusReader;
  readonly clock: Clock;
}

/** Gives the city's status; figures of one second are read once, whoever asks for them. */
export interface CityDesk {
  readonly status: StatusReader;
  snapshot(day: string): Promise<CitySnapshot>;
  find(kind: FigureKind): FigureProvider | undefined;
}

const KEPT_MS = 1000;
const MOST_DAYS = 16;

export function createCityDesk({ providers, status, clock }: CityDeskParts): CityDesk {
  const kept = new Map<string, { readonly untilMs: number; readonly snapshot: Promise<CitySnapshot> }>();
  const byKind = new Map(providers.map((one) => [one.kind, one]));
  return {
    status,
    find: (kind) => byKind.get(kind),
    snapshot: (day) => {
      const nowMs = clock.now();
      const before = kept.get(day);
      if (before && nowMs < before.untilMs) return before.snapshot;
      const snapshot = readSnapshot(providers, day);
      kept.delete(day);
      kept.set(day, { untilMs: nowMs + KEPT_MS, snapshot });
      for (const oldest of kept.keys()) if (kept.size > MOST_DAYS) kept.delete(oldest);
      snapshot.catch(() => kept.delete(day));
      return snapshot;
    },
  };
}
