import { createApplicationList, type Database, openApplicationChanges } from '../../src/store/index.ts';
import { percentile } from '../load/percentile.ts';

/** How long the list of one citizen's applications takes among all, in milliseconds. */
export interface ListFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly found: number;
}

const QUESTIONS = 5000;

/** Asks for the applications of one citizen after the other, all different, one at a time. */
export async function measureList(database: Database, rows: number): Promise<ListFigures> {
  const keys = { index: [{ id: 'i', key: Buffer.alloc(32, 1) }], data: [{ id: 'd', key: Buffer.alloc(32, 2) }] };
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const changes = openApplicationChanges(database);
  const streams = [{ id: 'dinas/izin/Permit', opd: 'dinas', linkKind: undefined, numberField: 'id' }];
  const list = createApplicationList({ database, keys, links, streams, changes });
  const times: number[] = [];
  let found = 0;
  for (let question = 0; question < QUESTIONS; question++) {
    const person = (question * 7919) % Math.floor(rows / 4);
    const begun = performance.now();
    found += (await list.list(`157101${String(person).padStart(10, '0')}`, { limit: 20 })).length;
    times.push(performance.now() - begun);
  }
  await changes.close();
  const sorted = times.toSorted((one, other) => one - other);
  return { p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99), found };
}
