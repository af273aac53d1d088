import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson, type Reply } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createPermitBook } from './records.ts';
import { createDpmptsp, DPMPTSP_ACCOUNT } from './server.ts';

const DEMO_PERMIT = '503/0001/PBG/DPMPTSP/2026';

let system: RunningSystem;
let token: string;
beforeAll(async () => {
  // 5,000 people hold more than 500 permits: enough for a second page.
  system = await serveSystem(createDpmptsp(createPermitBook(createPopulation(5_000), 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());
beforeEach(async () => {
  system.control.reset();
  system.control.set({ warnings: 'never' });
  token = await logIn();
});

async function logIn(): Promise<string> {
  const reply = await postJson(`${system.url}/auth/login`, DPMPTSP_ACCOUNT);
  const { data } = reply.json() as { data: { token: string } };
  return data.token;
}

function ask(path: string, body: object): Promise<Reply> {
  return postJson(system.url + path, body, { authorization: `Bearer ${token}` });
}

async function listPage(
  since: string,
  page: number,
): Promise<{ rc: string; total?: string; data: { no_izin: string; tgl_ubah: string; sts: string }[] }> {
  const url = `${system.url}/izin?sejak=${since}&hal=${page}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return (await response.json()) as Awaited<ReturnType<typeof listPage>>;
}

test('a login gives a token and its life in seconds, as text', async () => {
  const reply = await postJson(`${system.url}/auth/login`, DPMPTSP_ACCOUNT);
  expect(reply.json()).toEqual({
    status: true,
    data: { token: expect.stringMatching(/^[0-9a-f]{40}$/), expired_in: '1800' },
  });
});

test('a wrong password is a 200 that says false', async () => {
  const reply = await postJson(`${system.url}/auth/login`, { ...DPMPTSP_ACCOUNT, password: 'salah' });
  expect([reply.status, reply.json()]).toEqual([200, { status: false, message: 'Username atau password salah' }]);
});

test('lists a person’s permits, every value as text', async () => {
  const reply = await ask('/izin/cari', { nik: findPerson('demo').nik });
  const { rc, data } = reply.json() as { rc: string; data: object[] };
  expect([rc, data.length]).toEqual(['00', 2]);
  expect(data[0]).toEqual({
    no_izin: DEMO_PERMIT,
    nik: findPerson('demo').nik,
    kode_layanan: 'PBG',
    nama_layanan: 'Persetujuan Bangunan Gedung',
    sts: '2',
    tgl_masuk: '21/09/2026',
    tgl_terbit: '',
    biaya: '1250000',
    tgl_ubah: expect.stringMatching(/^2026-10-05 \d\d:\d\d:\d\d$/),
  });
  expect(reply.headers.get('content-type')).toBe('text/html; charset=UTF-8');
});

test('no permits is rc 01 with null data', async () => {
  expect((await ask('/izin/cari', { nik: findPerson('kosong').nik })).json()).toMatchObject({ rc: '01', data: null });
  expect((await ask('/izin/detail', { no_izin: '503/9999/PBG/DPMPTSP/2020' })).json()).toMatchObject({
    rc: '01',
    data: null,
  });
});

test('a missing parameter is rc 99', async () => {
  expect((await ask('/izin/cari', {})).json()).toMatchObject({ rc: '99', data: null });
  expect((await ask('/izin/riwayat', {})).json()).toMatchObject({ rc: '99' });
  expect((await listPage('01/11/2026', 1)).rc).toBe('99');
});

test('the timeline and the applicant are had per permit', async () => {
  const history = (await ask('/izin/riwayat', { no_izin: DEMO_PERMIT })).json() as { data: object[] };
  expect(history.data).toHaveLength(3);
  expect(history.data[2]).toEqual({ sts: '2', tanggal: '05/10/2026', catatan: 'Menunggu rekomendasi dinas teknis' });
  const detail = (await ask('/izin/detail', { no_izin: DEMO_PERMIT })).json();
  expect(detail).toMatchObject({ rc: '00', data: { no_izin: DEMO_PERMIT, nama_pemohon: 'RAHMAT SYAHPUTRA' } });
});

test('the list pages by 500 in order of change and ends with rc 01', async () => {
  const first = await listPage('2000-01-01', 1);
  const second = await listPage('2000-01-01', 2);
  expect(first.data).toHaveLength(500);
  expect(second.data.length).toBeGreaterThan(0);
  const rows = [...first.data, ...second.data];
  expect(new Set(rows.map(({ no_izin }) => no_izin)).size).toBe(rows.length);
  const changes = rows.map(({ tgl_ubah }) => tgl_ubah);
  expect(changes).toEqual([...changes].sort());
  expect([first.total, second.total]).toEqual(Array(2).fill(String(rows.length)));
  expect(await listPage('2000-01-01', 9)).toMatchObject({ rc: '01', data: null });
});

test('the list holds only what changed on or after the day', async () => {
  const { data } = await listPage('2026-10-20', 1);
  expect(data.length).toBeGreaterThan(0);
  for (const { tgl_ubah } of data) expect(tgl_ubah >= '2026-10-20').toBe(true);
});

test('a missing token, an unknown one and one older than 30 minutes are refused with 401', async () => {
  expect((await postJson(`${system.url}/izin/cari`, { nik: '1' })).status).toBe(401);
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime(Date.now() + 29 * 60_000);
    expect((await ask('/izin/cari', { nik: '1' })).status).toBe(200);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    const late = await ask('/izin/cari', { nik: '1' });
    expect([late.status, late.json()]).toEqual([401, { status: false, message: 'Sesi berakhir' }]);
  } finally {
    vi.useRealTimers();
  }
  token = 'tidak-ada';
  expect((await ask('/izin/cari', { nik: '1' })).status).toBe(401);
});

test('control ends every session now, and a new login works again', async () => {
  system.control.set({ expiredSession: true, warnings: 'never' });
  expect((await ask('/izin/cari', { nik: '1' })).status).toBe(401);
  token = await logIn();
  expect((await ask('/izin/cari', { nik: '1' })).status).toBe(200);
});

test('control can refuse every session, even after a new login', async () => {
  system.control.set({ expiredSession: 'always', warnings: 'never' });
  token = await logIn();
  expect((await ask('/izin/cari', { nik: '1' })).status).toBe(401);
});

test('every tenth answer begins with a PHP warning, and the JSON follows', async () => {
  system.control.reset();
  const replies: Reply[] = [];
  for (let call = 1; call <= 20; call += 1) replies.push(await ask('/izin/cari', { nik: '1' }));
  const warned = replies.flatMap(({ text }, position) =>
    text.startsWith('<br />\n<b>Warning</b>:') ? [position + 1] : [],
  );
  expect(warned).toEqual([10, 20]);
  expect(replies[9]?.text.split('<br />\n').at(-1)).toBe(replies[8]?.text);
});

test('control makes warnings constant or stops them', async () => {
  system.control.set({ warnings: 'always' });
  expect((await ask('/izin/cari', { nik: '1' })).text).toContain('Undefined index');
});

const APPLICATION = {
  nik: findPerson('kosong').nik,
  kode_layanan: 'REK',
  nama_usaha: 'Warung Sederhana',
  lokasi: 'Jl. Contoh Raya No. 7, Telanaipura',
  keterangan: 'Reklame 2 x 1 meter di depan warung',
  no_referensi: 'hub-0001',
};

test('takes an application, which is in the list and has its step from then on', async () => {
  const reply = (await ask('/izin/daftar', APPLICATION)).json() as { data: { no_izin: string } };
  expect(reply).toEqual({ rc: '00', pesan: 'OK', data: { no_izin: expect.stringMatching(/^503\/\d{4}\/REK/) } });
  const { no_izin } = reply.data;
  const { data } = await listPage('2026-11-01', 1);
  expect(data.at(-1)).toMatchObject({ no_izin, sts: '0', tgl_masuk: '01/11/2026', tgl_ubah: '2026-11-01 16:00:00' });
  expect((await ask('/izin/riwayat', { no_izin })).json()).toMatchObject({
    data: [{ sts: '0', tanggal: '01/11/2026', catatan: 'Berkas diterima di loket MPP' }],
  });
  const { kode_layanan: _, ...shown } = APPLICATION;
  expect((await ask('/izin/detail', { no_izin })).json()).toMatchObject({ data: shown });
});

test('gives the first number to the same reference, and refuses a second application of the kind under another', async () => {
  const first = (await ask('/izin/daftar', APPLICATION)).json() as { data: { no_izin: string } };
  expect((await ask('/izin/daftar', APPLICATION)).json()).toEqual(first);
  expect((await ask('/izin/daftar', { ...APPLICATION, no_referensi: 'hub-0002' })).json()).toEqual({
    rc: '02',
    pesan: `Masih ada permohonan REK yang sedang diproses, nomor ${first.data.no_izin}`,
    data: null,
  });
});

test.each([
  ['nik', '123', 'NIK harus 16 digit'],
  ['kode_layanan', 'XYZ', 'Kode layanan "XYZ" tidak dikenal'],
  ['lokasi', ' ', 'Lokasi belum diisi'],
  ['keterangan', undefined, 'Keterangan belum diisi'],
  ['no_referensi', '', 'Nomor referensi harus 1 sampai 64 huruf'],
])('refuses an application without a fit %s in words', async (field, value, pesan) => {
  const reply = await ask('/izin/daftar', { ...APPLICATION, no_referensi: 'hub-0003', [field]: value });
  expect(reply.json()).toEqual({ rc: '02', pesan, data: null });
});

test('a permit that is moved on goes to the end of the list, one that is deleted is in it no more', async () => {
  const { records } = system;
  const [first] = (await listPage('2000-01-01', 1)).data;
  const before = Number((await listPage('2000-01-01', 1)).total);
  const id = await records?.change(first?.no_izin);
  const { data } = await listPage('2026-11-01', 1);
  expect(data.at(-1)).toMatchObject({ no_izin: id, tgl_ubah: expect.stringMatching(/^2026-11-01 16:/) });
  expect(data.at(-1)?.sts).not.toBe(first?.sts);
  const removed = await records?.remove();
  const all = [...(await listPage('2000-01-01', 1)).data, ...(await listPage('2000-01-01', 2)).data];
  expect(all).toHaveLength(before - 1);
  expect(all.map(({ no_izin }) => no_izin)).not.toContain(removed);
  expect(() => records?.change(removed)).toThrow('there is no permit');
});

test('changes of permits are the same for the same seed', async () => {
  const [one, other] = [1, 1].map((seed) => createPermitBook(createPopulation(200), seed).records);
  for (const action of ['change', 'add', 'remove', 'change'] as const)
    expect(await one?.[action]()).toBe(await other?.[action]());
});
