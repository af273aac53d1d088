import { describe, expect, it } from 'vitest';
import type { SystemStatus } from '../../ports/system-status.ts';
import { createHubResolvers, type HubSelf } from './resolvers.ts';

const JUST_AFTER_MIDNIGHT = Date.parse('2026-11-25T00:00:07.5+07:00');

function openHub(more: Partial<HubSelf> = {}, systems: readonly (readonly [string, SystemStatus['state']])[] = []) {
  let nowMs = JUST_AFTER_MIDNIGHT;
  const self: HubSelf = { release: '1', opds: 2, systems: 3, operations: 4, services: 5, errorCodes: [], ...more };
  const status = { listSystems: () => systems.map(([name, state]) => ({ opd: 'a', name, state }) as SystemStatus) };
  const { Hub } = createHubResolvers(self, status, { now: () => nowMs });
  const read = (field: 'records' | 'submissionsToday' | 'systemsAnswering' | 'systemsFailing') =>
    (Hub[field] as (hub: HubSelf) => unknown)(self);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { read, pass };
}

describe('what a hub says of itself', () => {
  it('is counted once in five seconds, however many ask', async () => {
    let counted = 0;
    const { read, pass } = openHub({ countRecords: async () => ++counted });
    expect(await Promise.all([read('records'), read('records')])).toEqual([1, 1]);
    pass(4999);
    expect(await read('records')).toBe(1);
    pass(1);
    expect(await read('records')).toBe(2);
  });

  it('counts what was handed in since midnight in Jakarta', async () => {
    const asked: number[] = [];
    const { read } = openHub({ countSubmissions: async (sinceMs) => asked.push(sinceMs) });
    await read('submissionsToday');
    expect(asked.map((ms) => new Date(ms).toISOString())).toEqual(['2026-11-24T17:00:00.000Z']);
  });

  it('is null where nothing is kept, not 0', async () => {
    const { read } = openHub();
    expect([await read('records'), await read('submissionsToday')]).toEqual([null, null]);
  });

  it('counts a system that fails in one of its sources as failing, and one that nobody asked as neither', () => {
    const { read } = openHub({}, [
      ['izin/api', 'answering'],
      ['izin/berkas', 'leftAlone'],
      ['sah/api', 'answering'],
      ['sah/berkas', 'unknown'],
      ['diam', 'unknown'],
    ]);
    expect([read('systemsAnswering'), read('systemsFailing')]).toEqual([1, 1]);
  });
});
