import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../src/base/log.ts';
import { createMonthJob } from '../src/city/index.ts';
import { readAllowanceData } from '../src/hub-allowances.ts';
import { type OpenAllowances, openAllowances } from './support/open-allowances.ts';

const SITI = '198604122010032001';
let open: OpenAllowances;
let nowMs = Date.parse('2026-11-24T03:00:00+07:00');
const logged: string[] = [];
beforeAll(async () => {
  open = await openAllowances(300);
});
afterAll(() => open.close());

const work = async (): Promise<readonly string[]> => {
  const { database, keys } = open;
  const log = createLog('info', (line) => logged.push(line));
  const run = createMonthJob({ database, keys, ...readAllowanceData(), clock: { now: () => nowMs }, log });
  logged.length = 0;
  const signal = new AbortController().signal;
  await run({ system: 'city/tpp', name: 'tpp', data: {}, attempt: 1, signal, reportProgress: () => {} });
  return logged
    .filter((line) => line.includes('allowances were computed'))
    .map((line) => /"month":"([\d-]+)"/.exec(line)?.[1] ?? '');
};

it('computes last month and this one once a day, after the night', async () => {
  expect(await work()).toEqual(['2026-10', '2026-11']);
  nowMs += 30 * 60_000;
  expect(await work()).toEqual([]);
  // Past four in the morning.
  nowMs += 60 * 60_000;
  expect(await work()).toEqual(['2026-10', '2026-11']);
  expect(await work()).toEqual([]);
  expect((await open.allowances.find(SITI, '2026-10'))[0]?.amount).toBe(3_735_000);
  expect(logged.join('\n')).not.toContain(SITI);
});

it('computes sooner when a further system has been read, and counts who reported', async () => {
  const { pool } = open.database;
  const setComplete = (isComplete: boolean) =>
    pool.query("update sync_streams set is_complete = $1 where name like 'bpkad/%'", [isComplete]);
  await setComplete(false);
  nowMs += 24 * 3_600_000;
  expect(await work()).toEqual(['2026-10', '2026-11']);
  expect((await open.allowances.find(SITI, '2026-10'))[0]?.missing.map(({ input }) => input)).toEqual(['CEILING']);
  await setComplete(true);
  expect(await work()).toEqual(['2026-10', '2026-11']);
  expect((await open.allowances.find(SITI, '2026-10'))[0]?.amount).toBe(3_735_000);
  expect((await open.allowances.sumReporting('2026-10-01', '2026-10-31')).length).toBeGreaterThan(3);
});

it('does nothing while it is not known who is employed', async () => {
  await open.database.pool.query("update sync_streams set is_complete = false where name like '%/Employee'");
  nowMs += 24 * 3_600_000;
  expect(await work()).toEqual([]);
});
