import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
const HOME = '{ me { permits { id } complaints { title } } }';

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.stop());

const read = (headers: Record<string, string> = {}) => fetch(`${hub.url}/metrics`, { headers });

/** The value of a line of the metrics. */
async function readLine(line: string): Promise<number | undefined> {
  const text = await (await read()).text();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.split(' ').at(-1));
}

describe('the metrics', () => {
  it('count calls to systems, requests and errors by code', async () => {
    await hub.ask(HOME, { citizen: 'demo' });
    hub.demo.city.systems.sikesal.control.set({ status500: true });
    await hub.ask(HOME, { citizen: 'demo' });
    hub.demo.city.systems.sikesal.control.reset();
    expect(await readLine('hub_system_calls_total{opd="dpmptsp",system="perizinan",outcome="ok"}')).toBe(2);
    expect(await readLine('hub_errors_total{code="OPD_UNAVAILABLE",opd="diskominfo"}')).toBe(1);
    expect(await readLine('hub_request_seconds_count{status="200"}')).toBe(2);
    expect(await readLine('hub_system_latency_p95_seconds{opd="dpmptsp",system="perizinan"}')).toBeGreaterThan(0);
    expect(await readLine('hub_system_calls_waiting{opd="dpmptsp",system="perizinan"}')).toBe(0);
  });

  it('tell what citizens have asked about their data and nobody has answered', async () => {
    const what =
      'mutation { requestAboutData(kind: CORRECTION, opd: "bpprd", what: "Tolong betulkan alamat saya") { id } }';
    expect((await hub.ask(what, { citizen: 'siti' })).errors).toEqual([]);
    expect(await readLine('hub_data_requests{opd="bpprd",state="open"}')).toBe(1);
    expect(await readLine('hub_data_requests{opd="bpprd",state="late"}')).toBe(0);
  });

  it('hold nothing of anybody', async () => {
    await hub.ask(HOME, { citizen: 'demo' });
    const shown = await (await read()).text();
    const { nik, name } = findPerson('demo');
    expect(shown).not.toContain(nik);
    expect(shown.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it.each(['x-forwarded-for', 'X-Real-IP', 'Forwarded', 'Via', 'X-Forwarded-Proto', 'CF-Connecting-IP'])(
    'are not for whoever asks through a proxy that tells it by %s',
    async (header) => {
      const answer = await read({ [header]: '10.0.0.1' });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('HUB_METRICS_TOKEN');
    },
  );

  it('are for whoever has the token, where there is one', async () => {
    const guarded = await startTestHub({ environment: { HUB_METRICS_TOKEN: 'token-pengawas-yang-panjang' } });
    try {
      const ask = (authorization?: string) =>
        fetch(`${guarded.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } });
      expect((await ask()).status).toBe(403);
      expect((await ask('Bearer lain')).status).toBe(403);
      expect((await ask('Bearer token-pengawas-yang-panjang')).status).toBe(200);
    } finally {
      await guarded.stop();
    }
  });
});

describe('the systems of an OPD', () => {
  const SYSTEMS = '{ opd(code: "diskominfo") { systems { name state errorRate lastOkAt quotaLeft running } } }';

  it('are shown to its officers and the mayor’s office', async () => {
    await hub.ask(HOME, { citizen: 'demo' });
    for (const citizen of ['petugas-diskominfo', 'walikota']) {
      const body = await hub.ask(SYSTEMS, { citizen });
      expect(body).toMatchObject({
        data: { opd: { systems: [{ name: 'sikesal', state: 'ANSWERING', quotaLeft: null, running: 0 }] } },
      });
    }
  });

  it.each([
    ['demo', 'FORBIDDEN'],
    ['petugas-dpmptsp', 'FORBIDDEN'],
    [undefined, 'UNAUTHENTICATED'],
  ])('are not shown to %s', async (citizen, code) => {
    const body = await hub.ask(SYSTEMS, citizen === undefined ? {} : { citizen });
    expect(body.data).toMatchObject({ opd: null });
    expect(body.errors?.[0]).toMatchObject({ extensions: { code } });
  });

  it('say so when one of them is left alone', async () => {
    hub.demo.city.systems.sikesal.control.set({ status500: true });
    for (let asked = 0; asked < 6; asked++) await hub.ask('{ me { complaints { title } } }', { citizen: 'demo' });
    const body = await hub.ask(SYSTEMS, { citizen: 'walikota' });
    expect(body).toMatchObject({ data: { opd: { systems: [{ state: 'LEFT_ALONE' }] } } });
  });
});

it('somebody in office has no records of his own', async () => {
  const body = await hub.ask('{ me { nik permits { id } } }', { citizen: 'walikota' });
  expect(body.data).toMatchObject({ me: null });
});
