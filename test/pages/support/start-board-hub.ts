import { startTestHub, type TestHub } from '../../support/start-test-hub.ts';
import { syncCity } from '../../support/sync-city.ts';

/** The day that the board's stories are of: October is paid and reported on. */
export const BOARD_DAY = '2026-11-24';

/** Starts a hub that serves its pages, with the city's copies made and its allowances computed. */
export async function startBoardHub(): Promise<TestHub> {
  const hub = await startTestHub({ databases: true, jobs: true, pages: true });
  await syncCity(hub, 'sweep');
  await hub.jobs.add({ system: 'city/tpp', name: 'tpp', data: {}, id: 'tpp', isForPerson: false });
  await hub.jobs.work();
  return hub;
}
