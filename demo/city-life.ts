import { readFileSync, writeFileSync } from 'node:fs';
import { CITY_OPENS_MS } from './city-clock.ts';
import type { LivingAction, LivingRecords } from './living-records.ts';
import { createRandom } from './random.ts';

/** What happened in the city. */
export interface CityEvent {
  readonly system: string;
  readonly action: LivingAction;
  readonly id: string;
}

export interface CityLife {
  /** Lets the next thing happen; undefined when it would have in a system that is not there. */
  next(): Promise<CityEvent | undefined>;
  /** Lets what has happened before happen again, in the systems that forget everything when they stop. */
  repeat(count: number): Promise<void>;
  /** How many things have happened. */
  readonly count: number;
}

export interface LivingSystem {
  readonly name: string;
  readonly records: LivingRecords;
  /** Whether it keeps its records when it stops, as databases do. */
  readonly isKept: boolean;
}

/** By the city's clock, something happens so often. */
const BETWEEN_MS = 20_000;

/** Decides what happens where; the same seed and systems give the same life. */
export function createCityLife(systems: readonly LivingSystem[], seed: number): CityLife {
  let count = 0;
  const decide = (): { readonly system: LivingSystem; readonly action: LivingAction } => {
    const random = createRandom(seed, 'kehidupan kota', count);
    const system = random.pick(systems);
    const roll = random.next();
    return { system, action: roll < 0.75 ? 'change' : roll < 0.95 ? 'add' : 'remove' };
  };
  const happen = async ({ name, records }: LivingSystem, action: LivingAction): Promise<CityEvent> => {
    records.runTo(CITY_OPENS_MS + count * BETWEEN_MS);
    return { system: name, action, id: await records[action]() };
  };
  return {
    next: async () => {
      const { system, action } = decide();
      count += 1;
      // A database that is not connected has no life, and the others go on.
      return happen(system, action).catch(() => undefined);
    },
    repeat: async (times) => {
      for (let left = times; left > 0; left -= 1) {
        const { system, action } = decide();
        count += 1;
        if (!system.isKept) await happen(system, action);
      }
    },
    get count() {
      return count;
    },
  };
}

/** How much has happened in former runs of the same city; 0 for another one. */
export function readLifeCount(file: string, people: number, seed: number): number {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { people: number; seed: number; count: number };
    return kept.people === people && kept.seed === seed ? kept.count : 0;
  } catch {
    // A city that is new.
    return 0;
  }
}

export function writeLifeCount(file: string, people: number, seed: number, count: number): void {
  writeFileSync(file, JSON.stringify({ people, seed, count }), { mode: 0o600 });
}
