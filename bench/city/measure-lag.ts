import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { createCityDesk, createCopiedFigures } from '../../src/city/index.ts';
import { createCityFigures, createFigureSources, type Database } from '../../src/store/index.ts';
import { percentile } from '../load/percentile.ts';
import { CASES, fillCases } from './fill-cases.ts';

/** How long it takes until the mayor sees a change. */
export interface LagFigures {
  readonly changes: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly maxMs: number;
}

const PER_SECOND = 200;
const SECONDS = 20;
const DAY = '2026-11-24';

/** Changes so many applications a second, each in a transaction of its own, and looks at the city's status meanwhile. */
export async function measureLag(database: Database, client: Client, from: number): Promise<LagFigures> {
  const figures = createCityFigures(database);
  const counted = { figures, sources: createFigureSources(database, [CASES]), version: '', isDefault: true };
  const desk = createCityDesk({
    providers: [createCopiedFigures('application', counted)],
    status: { listSystems: () => [] },
    clock: { now: () => Date.now() },
  });
  const received = async () => (await desk.snapshot(DAY)).sums('application', 'stock', '*').get('received') ?? 0;
  const before = await received();
  const changes = PER_SECOND * SECONDS;
  const committed: number[] = [];
  const lags: number[] = [];
  let isOver = false;
  const look = async () => {
    while (lags.length < changes) {
      const seen = (await received()) - before;
      const now = performance.now();
      for (let change = lags.length; change < seen; change++) lags.push(now - (committed[change] ?? now));
      if (isOver && seen < changes && lags.length === 0) throw new Error('no change was seen');
      await wait(50);
    }
  };
  const looking = look();
  const begun = performance.now();
  for (let change = 0; change < changes; change++) {
    const due = begun + (change * 1000) / PER_SECOND;
    if (due > performance.now()) await wait(due - performance.now());
    await fillCases(client, from + change, from + change + 1);
    committed.push(performance.now());
  }
  const seconds = (performance.now() - begun) / 1000;
  isOver = true;
  await looking;
  const sorted = lags.toSorted((one, other) => one - other);
  return { changes, perSecond: changes / seconds, p50Ms: percentile(sorted, 0.5), maxMs: sorted.at(-1) ?? 0 };
}
