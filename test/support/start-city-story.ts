import { startTestHub, type TestHub } from './start-test-hub.ts';
import { syncCity } from './sync-city.ts';

/** The morning on which stories of the city begin: October is paid and reported on. */
const MORNING_MS = Date.parse('2026-11-24T08:00:00+07:00');

/** Starts the city with its copies made and October's allowances computed, whatever day the machine has. */
export async function startCityStory(): Promise<TestHub> {
  // Tokens are issued by the machine's time, so it is that whenever somebody asks.
  let isAsked = false;
  const clock = { now: () => (isAsked ? Date.now() : MORNING_MS) };
  const hub = await startTestHub({ databases: true, jobs: true, clock });
  await syncCity(hub, 'sweep');
  await hub.jobs.add({ system: 'city/tpp', name: 'tpp', data: {}, id: 'tpp', isForPerson: false });
  await hub.jobs.work();
  return {
    ...hub,
    ask: async (query, options) => {
      isAsked = true;
      return hub.ask(query, options).finally(() => {
        isAsked = false;
      });
    },
  };
}
