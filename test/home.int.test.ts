import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const HOME = readFileSync(new URL('../schema/operations/home.graphql', import.meta.url), 'utf8');
/** The systems that it asks. */
const ASKED = ['disdukcapil', 'dpmptsp', 'bpprd', 'sikesal'] as const;
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub({ timeoutMs: 1000 });
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) {
    control.reset();
  }
});
afterAll(() => hub.stop());

/** Timestamps of the moment are the only thing in an answer that a file cannot hold. */
function withoutMoments(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'asOf' ? 'now' : inner)));
}

describe('the Home query', () => {
  it.each(['demo', 'siti', 'lunas', 'kosong', 'tiada', 'ganda', 'aneh'])(
    'answers %s with everything that the four systems hold',
    async (citizen) => {
      const answer = await hub.ask(HOME, { citizen });
      const expected = JSON.parse(readFileSync(new URL(`home/${citizen}.json`, import.meta.url), 'utf8')) as unknown;
      expect(answer.errors).toEqual([]);
      expect(withoutMoments(answer.data)).toEqual(expected);
    },
  );

  it('makes exactly the calls that it needs', async () => {
    await hub.ask(HOME, { citizen: 'demo' });
    const { disdukcapil, dpmptsp, bpprd, sikesal } = hub.demo.city.systems;
    expect(disdukcapil.control.calls.total).toBe(1);
    expect(dpmptsp.control.calls).toMatchObject({ cari: 1, riwayat: 2 });
    expect(bpprd.control.calls.total).toBe(1);
    expect(sikesal.control.calls.total).toBe(1);
  });

  it('makes identical reads of one request once', async () => {
    const answer = await hub.ask('{ a: me { name } b: me { name permits { id } } me { p: permits { id } name } }', {
      citizen: 'demo',
    });
    expect(answer.data.a.name).toBe(answer.data.b.name);
    expect(hub.demo.city.systems.disdukcapil.control.calls.total).toBe(1);
    expect(hub.demo.city.systems.dpmptsp.control.calls.cari).toBe(1);
  });

  it('asks one tax object a call for a citizen with three', async () => {
    await hub.ask('{ me { taxBills { nop } } }', { citizen: 'ganda' });
    expect(hub.demo.city.systems.bpprd.control.calls.total).toBe(3);
  });

  it('calls no system for what only the hub knows', async () => {
    const answer = await hub.ask('{ me { nik __typename } opds { code } }', { citizen: 'demo' });
    expect(answer.errors).toEqual([]);
    expect(Object.values(hub.demo.city.systems).filter(({ control }) => control.calls.total > 0)).toEqual([]);
  });

  it('asks the systems at the same time, and only the timelines after their permits', async () => {
    const { systems } = hub.demo.city;
    for (const { control } of Object.values(systems)) control.set({ hang: true });
    const pending = hub.ask(HOME, { citizen: 'siti' });
    await expect.poll(() => ASKED.map((name) => systems[name].control.inFlight)).toEqual([1, 1, 1, 1]);
    expect(systems.dpmptsp.control.calls.riwayat).toBe(0);
    await pending;
  });

  it('logs in again, once, when the session of DPMPTSP has expired', async () => {
    await hub.ask(HOME, { citizen: 'demo' });
    const { control } = hub.demo.city.systems.dpmptsp;
    control.reset();
    control.set({ expiredSession: true });
    const answer = await hub.ask(HOME, { citizen: 'demo' });
    expect(answer.errors).toEqual([]);
    expect(control.calls.login).toBe(1);
  });
});
