import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCodes } from '../src/base/hub-error.ts';
import { createMovableClock } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

const clock = createMovableClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ clock, jobs: true, databases: true });
});
afterAll(() => hub.stop());

const QUERY = `{ hub {
  release opds systems systemsAnswering systemsFailing services operations records submissionsToday
  errorCodes { code sentence meaning isRetryable }
} }`;
const ask = async () => {
  const { data, errors } = await hub.ask(QUERY);
  expect(errors).toEqual([]);
  return data.hub;
};

it('anybody sees what the hub is made of, and no system is asked', async () => {
  const { errorCodes: codes, ...numbers } = await ask();
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(numbers).toMatchObject({ release: version, systemsAnswering: 0, systemsFailing: 0, submissionsToday: 0 });
  expect(numbers.systems).toBe(hub.work.systems.length - (hub.work.schedules?.length ?? 0));
  expect([numbers.opds > 10, numbers.operations > numbers.systems, numbers.services > 20]).toEqual([true, true, true]);
  expect(codes.length).toBeGreaterThan(errorCodes.length - 2);
  const calls = Object.values(hub.demo.city.systems).map(({ control }) => control.calls.total);
  expect(calls.reduce((sum, total) => sum + total)).toBe(0);
});

it('tells a system that answers from one that does not', async () => {
  hub.demo.city.systems.bpprd.control.set({ down: true });
  await hub.ask('{ me { name taxBills { year } } }', { citizen: 'demo' });
  expect(await ask()).toMatchObject({ systemsAnswering: 1, systemsFailing: 1 });
  hub.demo.city.systems.bpprd.control.reset();
});

it('counts the copies, and what citizens have handed in today', async () => {
  await syncCity(hub, 'sweep');
  const { errors } = await hub.ask(
    `mutation { fileComplaint(idempotencyKey: "kunci-0001", title: "Lampu padam", text: "Lampu di gang padam.",
      category: "lampu") { id } }`,
    { citizen: 'siti' },
  );
  expect(errors).toEqual([]);
  clock.advance(5000);
  const { records, submissionsToday } = await ask();
  expect([records > 100, submissionsToday]).toEqual([true, 1]);
});
