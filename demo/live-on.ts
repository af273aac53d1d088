import { join } from 'node:path';
import type { City } from './city.ts';
import { createCityLife, type LivingSystem, readLifeCount, writeLifeCount } from './city-life.ts';
import { databaseSystemNames } from './database/city-databases.ts';

export interface LifeOptions {
  readonly people: number;
  readonly seed: number;
  /** Seconds from one change to the next; 0 is a city in which nothing happens. */
  readonly lifeSeconds: number;
}

/**
 * Lets records change in one system after the other while the city runs, and first what has changed in former runs:
 * whoever kept copies of them must not meet records that have gone back in time.
 * @returns what ends it.
 */
export async function liveOn(
  city: City,
  dataDir: string,
  { people, seed, lifeSeconds }: LifeOptions,
): Promise<() => void> {
  if (lifeSeconds === 0) return () => {};
  const file = join(dataDir, 'life.json');
  const life = createCityLife(listLiving(city), seed);
  await life.repeat(readLifeCount(file, people, seed));
  const timer = setInterval(() => {
    void life.next().then(() => writeLifeCount(file, people, seed, life.count));
  }, lifeSeconds * 1000);
  return () => clearInterval(timer);
}

function listLiving({ systems }: City): LivingSystem[] {
  const kept: readonly string[] = databaseSystemNames;
  return Object.entries(systems).flatMap(([name, { records }]) =>
    records ? [{ name, records, isKept: kept.includes(name) }] : [],
  );
}
