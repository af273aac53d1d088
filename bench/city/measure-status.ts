import { createCityDesk, createCopiedFigures } from '../../src/city/index.ts';
import { describeStatus } from '../../src/city/status/describe-status.ts';
import { createCityFigures, createFigureSources, type Database } from '../../src/store/index.ts';
import { percentile } from '../load/percentile.ts';
import { CASES, OPDS } from './fill-cases.ts';

/** What the mayor's query takes among so many applications, in milliseconds. */
export interface StatusFigures {
  readonly cases: number;
  /** Reading the sums of the city, at most once a second whoever asks. */
  readonly read: Times;
  /** Telling the figures of all OPDs and of the city, of sums that are there. */
  readonly tell: Times;
}

export interface Times {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const READS = 300;
const TELLS = 2000;
const DAY = '2026-11-24';

/** Opens the city's desk on a filled database; every call of its clock is a minute later, so that nothing is kept. */
export function openBenchDesk(database: Database, minutesEach = 1) {
  let nowMs = Date.parse(`${DAY}T00:00:00Z`);
  const sources = createFigureSources(database, [CASES]);
  const counted = { figures: createCityFigures(database), sources, version: 'bench', isDefault: true };
  const kinds = ['application', 'complaint', 'survey'] as const;
  return createCityDesk({
    providers: kinds.map((kind) => createCopiedFigures(kind, counted)),
    status,
    clock: { now: () => (nowMs += minutesEach * 60_000) },
  });
}

const status = { listSystems: () => [] };

export async function measureStatus(database: Database, cases: number): Promise<StatusFigures> {
  const desk = openBenchDesk(database);
  const codes = ['*', ...Array.from({ length: OPDS }, (_, index) => `opd-${index}`)];
  const read = await time(READS, () => desk.snapshot(DAY));
  const snapshot = await desk.snapshot(DAY);
  let letters = 0;
  const tell = await time(TELLS, async () => {
    for (const code of codes) {
      const { snapshot: _, ...shown } = describeStatus(snapshot, [], code);
      letters += JSON.stringify(shown).length;
    }
  });
  if (letters === 0) throw new Error('nothing was told');
  return { cases, read, tell };
}

async function time(count: number, run: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) };
}
