import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson, type Reply } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { AGENCIES } from './agency.ts';
import type { Complaint } from './invent-complaints.ts';
import { createComplaintDesk } from './records.ts';
import { createSikesal, SIKESAL_API_KEY } from './server.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createSikesal(createComplaintDesk(createPopulation(300), 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());

function search(nik: unknown, key: string = SIKESAL_API_KEY): Promise<Reply> {
  return postJson(`${system.url}/api/laporan/cari`, { nik }, { 'x-api-key': key });
}

test('lists a person’s complaints, newest first, with its own number and name of the agency', async () => {
  const reply = await search(findPerson('demo').nik);
  expect(reply.status).toBe(200);
  const { total, data } = reply.json() as { total: number; data: { tgl_lapor: string }[] };
  expect(total).toBe(3);
  expect(data.map(({ tgl_lapor }) => tgl_lapor.slice(0, 10))).toEqual(['2026-10-29', '2026-10-03', '2026-08-17']);
  expect(data[1]).toEqual({
    id: 'SK-2026-000001',
    judul: 'Jalan berlubang',
    isi: expect.stringContaining('Jl. Contoh Raya No. 12, Kel. Simpang IV Sipin'),
    kategori: 'jalan',
    status: 'diproses',
    tgl_lapor: expect.stringMatching(/^2026-10-03T\d\d:\d\d:\d\d\+07:00$/),
    opd_id: 12,
    opd_nama: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    nik: findPerson('demo').nik,
    tgl_verifikasi: expect.stringMatching(/^2026-10-/),
    tgl_tindak: expect.stringMatching(/^2026-10-/),
    tgl_jawab: null,
    jawaban: null,
    tgl_tutup: null,
    dibuka_kembali: '0',
    dari_opd_id: null,
    diubah: expect.stringMatching(/^2026-10-\d\dT\d\d:\d\d:\d\d\+07:00$/),
  });
});

test('a person without complaints gets a success and an empty list', async () => {
  expect((await search(findPerson('kosong').nik)).json()).toEqual({ success: true, total: 0, data: [] });
});

test('a new complaint belongs to no agency yet', async () => {
  const { data } = (await search(findPerson('aneh').nik)).json() as { data: { status: string }[] };
  expect(data.find(({ status }) => status === 'baru')).toMatchObject({ opd_id: null, opd_nama: null });
});

test('refuses a wrong key with 401 and a malformed NIK with 422', async () => {
  const refusal = await search(findPerson('demo').nik, 'salah');
  expect([refusal.status, refusal.json()]).toEqual([401, { success: false, message: 'API key tidak valid' }]);
  expect((await search('123')).status).toBe(422);
  expect((await search(undefined)).status).toBe(422);
});

const COMPLAINT = {
  nik: findPerson('kosong').nik,
  judul: 'Lampu padam',
  isi: 'Lampu di depan kampus padam sejak Senin.',
  kategori: 'lampu',
};

/** The first bytes of a JPEG. */
const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex').toString('base64');

function file(changes: object = {}, key: string = SIKESAL_API_KEY): Promise<Reply> {
  return postJson(`${system.url}/api/laporan`, { ...COMPLAINT, ...changes }, { 'x-api-key': key });
}

test('takes a complaint, gives it a number, and shows it first from then on', async () => {
  const nik = findPerson('lunas').nik;
  const reply = await file({ nik, judul: ' Lampu padam ' });
  expect(reply.status).toBe(201);
  const { nomor } = reply.json() as { nomor: string };
  expect(reply.json()).toEqual({
    success: true,
    message: 'Laporan diterima',
    nomor: expect.stringMatching(/^SK-2026-9\d{5}$/),
    data: { id: nomor, status: 'baru', tgl_lapor: expect.stringMatching(/^2026-11-01T16:\d\d:\d\d\+07:00$/) },
  });
  expect((await search(nik)).json()).toMatchObject({
    total: 1,
    data: [{ ...COMPLAINT, nik, id: nomor, status: 'baru', opd_id: null, opd_nama: null }],
  });
  const second = (await file({ nik })).json() as { nomor: string };
  expect(second.nomor).not.toBe(nomor);
  const { data } = (await search(nik)).json() as { data: { id: string }[] };
  expect(data.map(({ id }) => id)).toEqual([second.nomor, nomor]);
});

test.each([
  ['nik', { nik: '1571' }],
  ['judul', { judul: '  ' }],
  ['judul', { judul: 'a'.repeat(101) }],
  ['isi', { isi: 'pendek' }],
  ['kategori', { kategori: 'lain' }],
  ['foto', { foto: ['bukan JPEG'] }],
  ['foto', { foto: Array.from({ length: 4 }, () => PHOTO) }],
])('refuses a wrong %s with a sentence about it, and keeps nothing', async (field, changes) => {
  const reply = await file(changes);
  expect(reply.status).toBe(422);
  expect(reply.json()).toEqual({
    success: false,
    message: 'Data tidak valid',
    errors: { [field]: [expect.any(String)] },
  });
  expect((await search(COMPLAINT.nik)).json()).toMatchObject({ total: 0 });
});

test('keeps photos with a complaint, and gives them apart from it', async () => {
  const { nomor } = (await file({ nik: findPerson('lunas').nik, foto: [PHOTO, PHOTO] })).json() as { nomor: string };
  const photosOf = async (number: string) =>
    (await postJson(`${system.url}/api/laporan/foto`, { nomor: number }, { 'x-api-key': SIKESAL_API_KEY })).json();
  expect(await photosOf(nomor)).toEqual({ success: true, data: [PHOTO, PHOTO] });
  expect(await photosOf('SK-2026-000001')).toEqual({ success: true, data: [] });
});

test('takes no complaint under a wrong key', async () => {
  expect((await file({}, 'salah')).status).toBe(401);
});

test('numbers each agency once', () => {
  const ids = Object.values(AGENCIES).map(({ id }) => id);
  expect(new Set(ids).size).toBe(12);
});

interface Changes {
  readonly data: readonly Complaint[];
  readonly meta: { readonly total: number; readonly next_cursor: string | null };
}

async function listChanges(query: Record<string, string>): Promise<Response> {
  const headers = { 'x-api-key': SIKESAL_API_KEY };
  return fetch(`${system.url}/api/laporan?${new URLSearchParams(query)}`, { headers });
}

async function readChanges(since: string, limit = '200'): Promise<readonly Complaint[]> {
  const found: Complaint[] = [];
  for (let cursor = ''; ; ) {
    const { data, meta } = (await (await listChanges({ diubah_sejak: since, limit, cursor })).json()) as Changes;
    found.push(...data);
    if (meta.next_cursor === null) {
      expect(found).toHaveLength(meta.total);
      return found;
    }
    cursor = meta.next_cursor;
  }
}

test('lists all complaints by cursor in order of change, however few at a time', async () => {
  const all = await readChanges('2000-01-01T00:00:00+07:00');
  expect(await readChanges('2000-01-01T00:00:00Z', '7')).toEqual(all);
  const changes = all.map(({ diubah }) => diubah);
  expect(changes).toEqual([...changes].sort());
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('what is filed, and what an agency does with it, is among what changed since', async () => {
  const { nomor } = (await file()).json() as { nomor: string };
  const [filed] = (await readChanges('2026-11-01T16:00:00+07:00')).filter(({ id }) => id === nomor);
  expect(filed).toMatchObject({ ...COMPLAINT, status: 'baru', diubah: filed?.tgl_lapor });
  await system.records?.change(nomor);
  const last = (await readChanges(filed?.diubah ?? '')).at(-1);
  expect(last).toMatchObject({ id: nomor, status: 'diverifikasi', opd_id: 15, tgl_lapor: filed?.tgl_lapor });
  expect(String(last?.diubah) > String(filed?.diubah)).toBe(true);
});

test('what is deleted is in no list any more', async () => {
  const removed = await system.records?.remove();
  const all = await readChanges('2000-01-01T00:00:00Z');
  expect(all.map(({ id }) => id)).not.toContain(removed);
});

test.each([
  ['no instant', { diubah_sejak: '2026-11-01' }],
  ['too many at a time', { diubah_sejak: '2026-11-01T00:00:00Z', limit: '201' }],
  ['a cursor of its own making', { diubah_sejak: '2026-11-01T00:00:00Z', cursor: 'abc' }],
])('refuses a list by %s', async (_name, query) => {
  expect((await listChanges(query)).status).toBe(422);
});
