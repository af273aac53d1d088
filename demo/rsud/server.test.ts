import { beforeEach, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createQueueBook } from './records.ts';
import { createRsud, RSUD_ACCOUNT } from './server.ts';

interface Envelope {
  readonly response: Readonly<Record<string, unknown>> | null;
  readonly metadata: { readonly message: string; readonly code: number };
}

const people = createPopulation(300);
const CONTROL_VISIT = {
  kodepoli: 'INT',
  kodedokter: 'D0000002',
  tanggalperiksa: '2026-11-06',
  jampraktek: '09:00-12:00',
};
const TEETH = { kodepoli: 'GIG', kodedokter: 'D0000006', tanggalperiksa: '2026-11-12', jampraktek: '08:30-11:30' };
const EYES = { kodepoli: 'MAT', kodedokter: 'D0000005', tanggalperiksa: '2026-11-11', jampraktek: '09:00-11:00' };

let system: RunningSystem;
let token: string;
beforeEach(async () => {
  system = await serveSystem(createRsud(createQueueBook(people, 1)), 0, '127.0.0.1');
  system.control.set({ warnings: 'never' });
  token = await askToken();
  return () => system.stop();
});

async function askToken(): Promise<string> {
  const { response } = await auth(RSUD_ACCOUNT.password);
  return String(response?.token);
}

async function auth(password: string): Promise<Envelope> {
  const headers = { 'x-username': RSUD_ACCOUNT.user, 'x-password': password };
  return (await (await fetch(`${system.url}/auth`, { headers })).json()) as Envelope;
}

async function ask(operation: string, body: object): Promise<Envelope> {
  const headers = { 'x-token': token, 'x-username': RSUD_ACCOUNT.user };
  const reply = await postJson(`${system.url}/antrean/${operation}`, body, headers);
  expect(reply.status).toBe(200);
  return reply.json() as Envelope;
}

const wishOf = (nik: string, visit: object = CONTROL_VISIT) => ({
  ...visit,
  nik,
  nomorkartu: '0001234567890',
  nohp: '081300012345',
  norm: '',
  jeniskunjungan: 3,
  nomorreferensi: '1571R0011126K000001',
});
const wish = (changes: object = {}) => ({ ...wishOf(findPerson('demo').nik), ...changes });

function refusal(message: string): Envelope {
  return { response: null, metadata: { message, code: 201 } };
}

test('a wrong password is a 201 under an HTTP 200', async () => {
  expect(await auth('salah')).toEqual(refusal('Username atau Password Tidak Sesuai'));
});

test('takes a place, which sisa then shows and batal gives back', async () => {
  const before = await ask('status', CONTROL_VISIT);
  const { response, metadata } = await ask('ambil', wish());
  expect(metadata).toEqual({ message: 'Ok', code: 200 });
  expect(response).toMatchObject({
    nomorantrean: expect.stringMatching(/^INT-\d+$/),
    kodebooking: expect.stringMatching(/^20261106INT\d{3}$/),
    pasienbaru: 0,
    norm: '000112',
    namapoli: 'POLI PENYAKIT DALAM',
    namadokter: 'dr. Contoh Khairani, Sp.PD',
    kuotajkn: 25,
    sisakuotajkn: Number(before.response?.sisakuotajkn) - 1,
  });
  expect(new Date(Number(response?.estimasidilayani)).toISOString()).toMatch(/^2026-11-06T0[2-5]:/);

  const kodebooking = response?.kodebooking;
  expect((await ask('sisa', { kodebooking })).response).toMatchObject({
    nomorantrean: response?.nomorantrean,
    sisaantrean: before.response?.sisaantrean,
    waktutunggu: Number(before.response?.sisaantrean) * 360,
  });
  expect(await ask('batal', { kodebooking, keterangan: 'Sudah sembuh' })).toEqual({
    response: null,
    metadata: { message: 'Ok', code: 200 },
  });
  expect(await ask('sisa', { kodebooking })).toEqual(refusal('Antrean Tidak Ditemukan'));
  expect(await ask('batal', { kodebooking })).toEqual(refusal('Antrean Tidak Ditemukan atau Sudah Dibatalkan'));
  expect(await ask('status', CONTROL_VISIT)).toEqual(before);
  const again = await ask('ambil', wish());
  expect(again.response?.kodebooking).not.toBe(kodebooking);
});

test('knows the bookings of SIMRS', async () => {
  const { response } = await ask(
    'ambil',
    wishOf(findPerson('siti').nik, { ...CONTROL_VISIT, tanggalperiksa: '2026-11-04' }),
  );
  const first = await ask('sisa', { kodebooking: '20261104INT001' });
  expect(first.response).toMatchObject({ nomorantrean: 'INT-1', sisaantrean: 0 });
  expect(Number(response?.angkaantrean)).toBeGreaterThan(1);
});

test.each([
  ['a day in another form', { tanggalperiksa: '06-11-2026' }, /^Format Tanggal/],
  ['a day that does not exist', { tanggalperiksa: '2026-11-31' }, /^Format Tanggal/],
  ['a day that is past', { tanggalperiksa: '2026-10-30' }, 'Tanggal Periksa Tidak Berlaku'],
  ['a day too far ahead', { tanggalperiksa: '2026-12-04' }, 'Pendaftaran Maksimal 30 Hari Ke Depan'],
  ['an unknown clinic', { kodepoli: 'XYZ' }, 'Poli Tidak Ditemukan'],
  ['a closed clinic', { kodepoli: 'THT' }, 'Pendaftaran ke Poli Ini Sedang Tutup'],
  ['a day without the doctor', { tanggalperiksa: '2026-11-05' }, /^Jadwal Dokter/],
  ['another doctor', { kodedokter: 'D0000001' }, /^Jadwal Dokter/],
  ['other hours', { jampraktek: '08:00-12:00' }, /^Jadwal Dokter/],
  ['a session that is full', EYES, 'Kuota Antrean Dokter Ini Sudah Penuh'],
  ['a second place on a day, elsewhere', { tanggalperiksa: '2026-11-04' }, /^Nomor Antrean Hanya Dapat Diambil 1 Kali/],
  ['a record of somebody else', { norm: '000245' }, 'Nomor Rekam Medis Tidak Sesuai'],
  ['a short NIK', { nik: '1571' }, 'Format NIK Tidak Sesuai'],
  ['a short card', { nomorkartu: '12' }, 'Format Nomor Kartu Tidak Sesuai'],
  ['BPJS without a letter', { nomorreferensi: '' }, 'Nomor Referensi Tidak Boleh Kosong'],
  ['no telephone', { nohp: '' }, 'Nomor HP Tidak Boleh Kosong'],
  ['no kind of visit', { jeniskunjungan: 9 }, 'Jenis Kunjungan Tidak Sesuai'],
])('refuses %s with a 201', async (_, changes, message) => {
  const { response, metadata } = await ask('ambil', wish(changes));
  expect([response, metadata.code]).toEqual([null, 201]);
  expect(metadata.message).toMatch(message);
});

test('takes somebody without a medical record as a new patient', async () => {
  const { response } = await ask('ambil', { ...wishOf(findPerson('kosong').nik), nomorkartu: '', nomorreferensi: '' });
  expect(response).toMatchObject({ pasienbaru: 1, norm: '' });
});

test('is full when its quota is', async () => {
  const left = Number((await ask('status', TEETH)).response?.sisakuotajkn);
  const others = people.filter(({ alias }) => !alias).slice(0, left);
  for (const { nik } of others) expect((await ask('ambil', wishOf(nik, TEETH))).metadata.code).toBe(200);
  expect(await ask('ambil', wish(TEETH))).toEqual(refusal('Kuota Antrean Dokter Ini Sudah Penuh'));
});

test('does not call off what is over', async () => {
  const demoInOctober = { kodebooking: '20261007MAT001' };
  expect((await ask('sisa', demoInOctober)).response).toMatchObject({ sisaantrean: 0, keterangan: 'Sudah dilayani' });
  expect((await ask('batal', demoInOctober)).metadata.message).toMatch(/^Pasien Sudah Dilayani/);
});

test('an ended token is a 201, and a new one works', async () => {
  system.control.set({ expiredSession: true, warnings: 'never' });
  expect(await ask('status', CONTROL_VISIT)).toEqual(refusal('Token Expired'));
  token = await askToken();
  expect((await ask('status', CONTROL_VISIT)).metadata.code).toBe(200);
});

test('answers every 25th call with a page, and does not carry that call out', async () => {
  system.control.reset();
  const post = (body: object) =>
    postJson(`${system.url}/antrean/ambil`, body, { 'x-token': token, 'x-username': RSUD_ACCOUNT.user });
  for (let call = 1; call < 25; call += 1) expect((await post({})).text).toMatch(/^\{/);
  const page = await post(wish());
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('<h1>Runtime Error</h1>')]);
  expect((await post(wish())).json()).toMatchObject({ metadata: { code: 200 } });
});
