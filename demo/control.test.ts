import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPermitBook } from './dpmptsp/records.ts';
import { createDpmptsp, DPMPTSP_ACCOUNT } from './dpmptsp/server.ts';
import { createPopulation } from './people/population.ts';
import { postJson, type Reply } from './post-json.ts';
import { createComplaintDesk } from './sikesal/records.ts';
import { createSikesal, SIKESAL_API_KEY } from './sikesal/server.ts';
import { type RunningSystem, serveSystem } from './system-server.ts';

const people = createPopulation(7);
let sikesal: RunningSystem;
let dpmptsp: RunningSystem;
beforeAll(async () => {
  sikesal = await serveSystem(createSikesal(createComplaintDesk(people, 1)), 0, '127.0.0.1');
  dpmptsp = await serveSystem(createDpmptsp(createPermitBook(people, 1)), 0, '127.0.0.1');
});
afterAll(() => Promise.all([sikesal.stop(), dpmptsp.stop()]));
beforeEach(() => {
  sikesal.control.reset();
  dpmptsp.control.reset();
});

function search(): Promise<Reply> {
  return postJson(`${sikesal.url}/api/laporan/cari`, { nik: people[0]?.nik }, { 'x-api-key': SIKESAL_API_KEY });
}

describe('faults', () => {
  test('down destroys the connection', async () => {
    sikesal.control.set({ down: true });
    await expect(search()).rejects.toThrow('fetch failed');
  });

  test('hang accepts the call and never answers', async () => {
    sikesal.control.set({ hang: true });
    const abandoned = new AbortController();
    const call = fetch(`${sikesal.url}/api/laporan/cari`, { method: 'POST', body: '{}', signal: abandoned.signal });
    const outcome = expect(call).rejects.toThrow('abort');
    await expect.poll(() => sikesal.control.inFlight).toBe(1);
    abandoned.abort();
    await outcome;
    await expect.poll(() => sikesal.control.inFlight).toBe(0);
  });

  test('slowMs delays the answer', async () => {
    sikesal.control.set({ slowMs: 60 });
    const begun = performance.now();
    expect((await search()).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  });

  test('html answers a page instead of JSON, with status 502 or 200', async () => {
    sikesal.control.set({ html: 502 });
    expect(await search()).toMatchObject({ status: 502, text: expect.stringContaining('<h1>502 Bad Gateway</h1>') });
    sikesal.control.set({ html: 200 });
    expect(await search()).toMatchObject({ status: 200, text: expect.stringContaining('<h1>Runtime Error</h1>') });
  });

  test('truncated cuts the JSON in half under an honest content-length', async () => {
    const whole = (await search()).text;
    sikesal.control.set({ truncated: true });
    const cut = await search();
    expect(cut.status).toBe(200);
    expect(cut.text).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    expect(cut.headers.get('content-length')).toBe(String(cut.text.length));
    expect(() => cut.json()).toThrow();
  });

  test('status500 is an HTTP 500', async () => {
    sikesal.control.set({ status500: true });
    expect((await search()).status).toBe(500);
  });

  test('quota is a 429 with Retry-After where the contract has no way of its own', async () => {
    sikesal.control.set({ quota: true });
    const reply = await search();
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '60']);
  });

  test('times ends a fault after so many calls', async () => {
    sikesal.control.set({ status500: true, times: 2 });
    expect([(await search()).status, (await search()).status, (await search()).status]).toEqual([500, 500, 200]);
    expect(sikesal.control.fault).toEqual({});
  });

  test('only spares the other operations and does not use up times', async () => {
    dpmptsp.control.set({ status500: true, only: 'cari', times: 1 });
    expect((await postJson(`${dpmptsp.url}/auth/login`, DPMPTSP_ACCOUNT)).status).toBe(200);
    expect((await postJson(`${dpmptsp.url}/izin/cari`, {})).status).toBe(500);
    expect((await postJson(`${dpmptsp.url}/izin/cari`, {})).status).toBe(401);
  });

  test('a new fault replaces the old one', async () => {
    sikesal.control.set({ status500: true });
    sikesal.control.set({});
    expect((await search()).status).toBe(200);
  });

  test('a fault that the system cannot have is refused', () => {
    expect(() => sikesal.control.set({ expiredSession: true })).toThrow('no sessions');
    expect(() => sikesal.control.set({ warnings: 'always' })).toThrow('prints no warnings');
    expect(() => sikesal.control.set({ down: true, only: 'login' })).toThrow('it has cari');
  });
});

describe('counters', () => {
  test('count calls in total and by operation, and start again at a reset', async () => {
    await postJson(`${dpmptsp.url}/auth/login`, DPMPTSP_ACCOUNT);
    await postJson(`${dpmptsp.url}/izin/cari`, {});
    await postJson(`${dpmptsp.url}/tidak/ada`, {});
    const { calls } = dpmptsp.control;
    expect(calls).toEqual({ total: 3, login: 1, cari: 1, riwayat: 0, detail: 0, ajukan: 0, daftar: 0, unknown: 1 });
    dpmptsp.control.reset();
    expect(dpmptsp.control.calls).toEqual({ total: 0, login: 0, cari: 0, riwayat: 0, detail: 0, ajukan: 0, daftar: 0 });
  });

  test('remember how many calls were in flight together', async () => {
    sikesal.control.set({ slowMs: 40 });
    await Promise.all([search(), search(), search()]);
    expect(sikesal.control.peakConcurrent).toBe(3);
    await expect.poll(() => sikesal.control.inFlight).toBe(0);
  });
});

describe('over HTTP', () => {
  test('GET shows the state and is not counted', async () => {
    await search();
    const response = await fetch(sikesal.controlUrl);
    expect(await response.json()).toEqual({
      system: 'sikesal',
      fault: {},
      calls: { total: 1, cari: 1, kirim: 0, foto: 0, perubahan: 0, riwayat: 0, teruskan: 0, jawab: 0, balas: 0 },
      inFlight: 0,
      peakConcurrent: 1,
    });
  });

  test('POST sets a fault, also while the system is down, and reset ends it', async () => {
    await postJson(sikesal.controlUrl, { down: true });
    await expect(search()).rejects.toThrow();
    await postJson(sikesal.controlUrl, { status500: true });
    expect((await search()).status).toBe(500);
    expect((await postJson(sikesal.controlUrl, { reset: true })).json()).toMatchObject({
      fault: {},
      calls: { total: 0 },
    });
    expect((await search()).status).toBe(200);
  });

  test('POST to records makes a record change, and says which', async () => {
    const changed = await postJson(`${dpmptsp.controlUrl}/records`, { action: 'add', nik: people[0]?.nik });
    expect(changed.json()).toEqual({ system: 'dpmptsp', action: 'add', id: expect.stringMatching(/^503\//) });
    const wrong = await postJson(`${dpmptsp.controlUrl}/records`, { action: 'burn' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('change, add, remove')]);
    expect((await postJson(`${dpmptsp.controlUrl}/records`, { action: 'remove', id: 'x' })).status).toBe(400);
    expect((await postJson(`${dpmptsp.controlUrl}/records`, { action: 'change', nik: '1' })).status).toBe(400);
    expect((await fetch(`${dpmptsp.controlUrl}/records`)).status).toBe(405);
    expect(dpmptsp.control.calls.total).toBe(0);
  });

  test('refuses what it does not understand, naming what it knows', async () => {
    const misspelt = await postJson(sikesal.controlUrl, { slow: 100 });
    expect([misspelt.status, misspelt.text]).toEqual([400, expect.stringContaining('slowMs')]);
    expect((await postJson(sikesal.controlUrl, { html: 404 })).status).toBe(400);
    expect((await postJson(sikesal.controlUrl, [])).status).toBe(400);
    expect((await postJson(sikesal.controlUrl, { reset: 'please' })).status).toBe(400);
    expect((await fetch(sikesal.controlUrl, { method: 'DELETE' })).status).toBe(405);
    expect(sikesal.control.fault).toEqual({});
  });
});
