import type { RunMode } from '../../src/ports/sync-control.ts';
import type { TestHub } from './start-test-hub.ts';

/** Brings the copies of all streams up to date; the hub was started with `jobs`. */
export async function syncCity({ work, jobs }: TestHub, mode: RunMode): Promise<void> {
  for (const { id, opd, system } of work.streams) {
    const data = { stream: id, mode };
    await jobs.add({ system: `${opd}/${system}`, name: 'sync', data, id: `${id} ${mode}`, isForPerson: false });
  }
  await jobs.work();
}

/** Brings the copies of these streams alone up to date, where not every system of the city is running. */
export async function syncStreams({ work, jobs }: TestHub, ...ids: readonly string[]): Promise<void> {
  for (const { id, opd, system } of work.streams.filter((one) => ids.includes(one.id))) {
    const data = { stream: id, mode: 'sweep' as const };
    await jobs.add({ system: `${opd}/${system}`, name: 'sync', data, id: `${id} sweep`, isForPerson: false });
  }
  await jobs.work();
}
