import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createComplaintDesk } from './records.ts';
import { createSikesal, SIKESAL_API_KEY } from './server.ts';

const NIK = findPerson('kosong').nik;
const people = createPopulation(300);
let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createSikesal(createComplaintDesk(people, 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());

interface Answer {
  readonly success: boolean;
  readonly nomor: string;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

async function post(path: string, body: object) {
  const reply = await postJson(`${system.url}/api/laporan${path}`, body, { 'x-api-key': SIKESAL_API_KEY });
  return { status: reply.status, ...(reply.json() as Answer) };
}

const historyOf = async (nomor: string) => (await post('/riwayat', { nomor })).data.map(({ kejadian }) => kejadian);
const find = async (nomor: string) => (await post('/cari', { nik: NIK })).data.find(({ id }) => id === nomor);

let nomor: string;
beforeEach(async () => {
  ({ nomor } = await post('', { nik: NIK, judul: 'Lampu', isi: 'Lampu jalan padam.', kategori: 'lampu' }));
});

const forward = (opd_id: string) => post('/teruskan', { nomor, opd_id, alasan: 'Kewenangan dinas itu.' });
const answer = (opd_id: string) => post('/jawab', { nomor, opd_id, jawaban: 'Sudah diganti.' });
const reply = (puas: string, referensi = '', nik = NIK) =>
  post('/balas', { nomor, nik, puas, isi: 'Masih padam.', referensi });

describe('a complaint', () => {
  test('is verified, forwarded with the reason, answered by the agency that has it, and closed by a content reporter', async () => {
    expect((await forward('12')).status).toBe(200);
    expect((await forward('15')).status).toBe(200);
    expect(await find(nomor)).toMatchObject({ status: 'diverifikasi', opd_id: 15, dari_opd_id: 12, tgl_jawab: null });
    expect((await answer('12')).status).toBe(422);
    expect((await answer('15')).status).toBe(200);
    expect(await find(nomor)).toMatchObject({ status: 'selesai', jawaban: 'Sudah diganti.', tgl_tutup: null });
    expect((await reply('1')).status).toBe(200);
    expect(await find(nomor)).toMatchObject({ status: 'selesai', tgl_tutup: expect.any(String) });
    expect(await historyOf(nomor)).toEqual([
      ...['dilaporkan', 'diverifikasi', 'diteruskan', 'dijawab', 'balasan', 'ditutup'],
    ]);
  });

  test('whose reporter is not content is opened again once, and closed the second time', async () => {
    await forward('15');
    await answer('15');
    await reply('0');
    expect(await find(nomor)).toMatchObject({
      status: 'diproses',
      jawaban: null,
      tgl_jawab: null,
      dibuka_kembali: '1',
    });
    await answer('15');
    await reply('0');
    expect(await find(nomor)).toMatchObject({ status: 'selesai', tgl_tutup: expect.any(String) });
    expect((await reply('1')).status).toBe(422);
  });

  test('takes the same reply once', async () => {
    await forward('15');
    await answer('15');
    expect((await reply('0', 'R-1')).status).toBe(200);
    expect((await reply('0', 'R-1')).status).toBe(200);
    expect((await historyOf(nomor)).filter((kejadian) => kejadian === 'balasan')).toHaveLength(1);
  });

  test('is closed ten days after an answer that nobody replied to', async () => {
    await forward('15');
    await answer('15');
    const answeredMs = Date.parse(String((await find(nomor))?.tgl_jawab));
    system.records?.runTo(answeredMs + 10 * 86_400_000 - 1);
    expect(await find(nomor)).toMatchObject({ tgl_tutup: null });
    system.records?.runTo(answeredMs + 10 * 86_400_000);
    expect(await find(nomor)).toMatchObject({ tgl_tutup: expect.any(String) });
    expect((await historyOf(nomor)).at(-1)).toBe('ditutup');
  });
});

describe('what is refused, and changes nothing', () => {
  test.each([
    ['a reply before the answer', () => reply('1')],
    ['a reply of somebody else', () => reply('1', '', findPerson('demo').nik)],
    ['an answer before any agency has it', () => answer('15')],
    ['an agency that there is not', () => forward('99')],
    ['no reason', () => post('/teruskan', { nomor, opd_id: '15', alasan: '' })],
    ['a complaint that there is not', () => post('/jawab', { nomor: 'SK-1', opd_id: '15', jawaban: 'Sudah diganti.' })],
  ])('%s', async (_what, act) => {
    expect((await act()).status).toBe(422);
    expect(await historyOf(nomor)).toEqual(['dilaporkan']);
  });
});

test('the history of every invented complaint ends where the complaint stands, in order of time', async () => {
  const desk = createComplaintDesk(people, 1);
  const all = desk.listChangedSince(0);
  expect(new Set(all.map(({ dari_opd_id }) => dari_opd_id !== null))).toEqual(new Set([true, false]));
  for (const complaint of all) {
    const events = desk.listEventsOf(complaint.id);
    const times = events.map(({ waktu }) => waktu);
    expect(times).toEqual([...times].sort());
    expect(events[0]).toMatchObject({ kejadian: 'dilaporkan', waktu: complaint.tgl_lapor });
    expect(events.at(-1)).toMatchObject({ waktu: complaint.diubah });
    expect(events.at(-1)?.opd?.id ?? null).toBe(complaint.opd_id);
    expect(complaint.tgl_jawab !== null).toBe(complaint.status === 'selesai');
  }
});
