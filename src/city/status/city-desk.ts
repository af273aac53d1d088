import type { Clock } from '../../base/clock.ts';
import { createUnderWay } from '../../base/under-way.ts';
import type { StatusReader } from '../../ports/system-status.ts';
import type { FigureKind, FigureProvider } from './figure-provider.ts';
import { type CitySnapshot, readSnapshot } from './read-snapshot.ts';

/** What the city's status is told from. */
export interface CityDeskParts {
  readonly providers: readonly FigureProvider[];
  readonly status: StatusReader;
  readonly clock: Clock;
}

/** Gives the city's status; figures are read once a second at most, whoever asks for them. */
export interface CityDesk {
  readonly status: StatusReader;
  snapshot(day: string): Promise<CitySnapshot>;
  find(kind: FigureKind): FigureProvider | undefined;
}

/** So long a snapshot is as good as new. */
const FRESH_MS = 1000;
/** So long it is still shown while the next one is read, so that nobody waits; with reading it, less than five seconds. */
const SHOWN_MS = 3000;
const MOST_DAYS = 16;

interface Kept {
  readonly readAtMs: number;
  readonly snapshot: CitySnapshot;
}

export function createCityDesk({ providers, status, clock }: CityDeskParts): CityDesk {
  const kept = new Map<string, Kept>();
  const underWay = createUnderWay<CitySnapshot>();
  const byKind = new Map(providers.map((one) => [one.kind, one]));
  const read = (day: string): Promise<CitySnapshot> =>
    underWay.join(day, async () => {
      const readAtMs = clock.now();
      const snapshot = await readSnapshot(providers, day);
      kept.delete(day);
      kept.set(day, { readAtMs, snapshot });
      for (const oldest of kept.keys()) if (kept.size > MOST_DAYS) kept.delete(oldest);
      return snapshot;
    });
  return {
    status,
    find: (kind) => byKind.get(kind),
    snapshot: async (day) => {
      const before = kept.get(day);
      const ageMs = before ? clock.now() - before.readAtMs : Number.POSITIVE_INFINITY;
      if (before && ageMs < FRESH_MS) return before.snapshot;
      const next = read(day);
      if (!before || ageMs >= SHOWN_MS) return next;
      next.catch(() => undefined);
      return before.snapshot;
    },
  };
}
