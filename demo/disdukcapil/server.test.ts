import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson, type Reply } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createRegistry } from './records.ts';
import { createDisdukcapil, DUKCAPIL_ACCOUNT } from './server.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createDisdukcapil(createRegistry(createPopulation(7))), 0, '127.0.0.1');
});
afterAll(() => system.stop());

const { userId: user_id, password, ipUser: ip_user } = DUKCAPIL_ACCOUNT;

function ask(nik: unknown, account: object = {}): Promise<Reply> {
  return postJson(`${system.url}/dukcapil/get_json/1571/DISKOMINFO/call_nik`, {
    nik,
    user_id,
    password,
    ip_user,
    ...account,
  });
}

function firstElement(reply: Reply): Record<string, unknown> {
  const { content } = reply.json() as { content: Record<string, unknown>[] };
  expect(content).toHaveLength(1);
  return content[0] ?? {};
}

test('answers a known NIK with the 33 keys of the contract', async () => {
  const { nik, kkNumber } = findPerson('demo');
  const reply = await ask(nik);
  expect(reply.status).toBe(200);
  const record = firstElement(reply);
  expect(Object.keys(record)).toHaveLength(33);
  expect(record).toMatchObject({
    NIK: nik,
    NO_KK: kkNumber,
    NAMA_LGKP: 'RAHMAT SYAHPUTRA',
    JENIS_KLMIN: 'LAKI-LAKI',
    TGL_LHR: '1990-07-10',
    NO_RT: 5,
    NO_RW: 2,
    NO_KEL: 1001,
    KEL_NAME: 'SIMPANG IV SIPIN',
    KEC_NAME: 'TELANAIPURA',
    KAB_NAME: 'KOTA JAMBI',
  });
  expect(firstElement(await ask(findPerson('siti').nik)).JENIS_KLMIN).toBe('PEREMPUAN');
});

test('hides "not found" in a 200: for a NIK it does not know, a NIK as a number, and none', async () => {
  for (const nik of [findPerson('tiada').nik, Number(findPerson('demo').nik), undefined]) {
    const reply = await ask(nik);
    expect(reply.status).toBe(200);
    expect(firstElement(reply)).toEqual({
      RESPONSE_CODE: '13',
      RESPONSE: 'Data Tidak Ditemukan, NIK tidak terdapat di database Kependudukan',
    });
  }
});

test('hides a wrong password and a wrong address in a 200', async () => {
  const { nik } = findPerson('demo');
  expect(firstElement(await ask(nik, { password: 'salah' }))).toEqual({ RESPONSE_CODE: '08', RESPONSE: 'Login Gagal' });
  expect(firstElement(await ask(nik, { ip_user: '192.0.2.99' }))).toEqual({
    RESPONSE_CODE: '08',
    RESPONSE: 'IP Address Tidak Sesuai',
  });
});

test('hides an exhausted daily quota in a 200 of two keys', async () => {
  system.control.set({ quota: true, times: 1 });
  const reply = await ask(findPerson('demo').nik);
  expect(reply.status).toBe(200);
  expect(firstElement(reply)).toEqual({ RESPONSE_CODE: '05', RESPONSE: 'Kuota Akses Hari ini telah Habis' });
});

test('serves some records with both numbers as JSON numbers', async () => {
  expect(firstElement(await ask(findPerson('aneh').nik))).toMatchObject({
    NIK: Number(findPerson('aneh').nik),
    NO_KK: Number(findPerson('aneh').kkNumber),
  });
});

function verify(nik: unknown, elements: object, account: object = {}): Promise<Reply> {
  return postJson(`${system.url}/dukcapil/get_json/1571/DISKOMINFO/CALL_VERIFY_BY_ELEMEN`, {
    NIK: nik,
    ...elements,
    user_id,
    password,
    ip_user,
    ...account,
  });
}

test.each([
  ['the same name in small letters', { NAMA_LGKP: ' rahmat  syahputra' }, { NAMA_LGKP: 'Sesuai (100)' }],
  ['a name with one letter wrong', { NAMA_LGKP: 'Rahmat Syahputri', TRESHOLD: 90 }, { NAMA_LGKP: 'Sesuai (94)' }],
  ['the threshold as text', { NAMA_LGKP: 'Rahmat Syahputri', TRESHOLD: '80' }, { NAMA_LGKP: 'Sesuai (94)' }],
  ['a name below the threshold', { NAMA_LGKP: 'Rahmat Syahputri', TRESHOLD: 95 }, { NAMA_LGKP: 'Tidak Sesuai' }],
  ['no threshold', { NAMA_LGKP: 'Rahmat Syahputri' }, { NAMA_LGKP: 'Tidak Sesuai' }],
  [
    'a threshold under its right spelling',
    { NAMA_LGKP: 'Rahmat Syahputri', THRESHOLD: 80 },
    { NAMA_LGKP: 'Tidak Sesuai' },
  ],
  ['a day in either form', { TGL_LHR: '10-07-1990' }, { TGL_LHR: 'Sesuai' }],
  ['another day', { TGL_LHR: '1990-07-11', TRESHOLD: 1 }, { TGL_LHR: 'Tidak Sesuai' }],
  ['a number as text', { NO_RT: '5' }, { NO_RT: 'Sesuai' }],
  ['an element that does not exist', { HOBI: 'memancing' }, {}],
  ['an element of which the record has nothing', { NO_AKTA_KWN: '1' }, { NO_AKTA_KWN: 'Tidak Sesuai' }],
])('verifies %s', async (_, elements, verdicts) => {
  const reply = await verify(findPerson('demo').nik, elements);
  expect([reply.status, firstElement(reply)]).toEqual([200, { NIK: 'Sesuai', ...verdicts }]);
});

test('a verification tells nothing of the record but whether it fits', async () => {
  const reply = await verify(findPerson('demo').nik, { NAMA_LGKP: 'LAIN', TGL_LHR: '2000-01-01' });
  expect(reply.text).not.toContain('RAHMAT');
  expect(reply.text).not.toContain('1990');
});

test('a verification is refused as the call by NIK is', async () => {
  const { nik } = findPerson('demo');
  expect(firstElement(await verify(findPerson('tiada').nik, {}))).toMatchObject({ RESPONSE_CODE: '13' });
  expect(firstElement(await verify(nik, {}, { password: 'salah' }))).toMatchObject({ RESPONSE_CODE: '08' });
  expect(firstElement(await verify(findPerson('aneh').nik, {}))).toEqual({ NIK: 'Sesuai' });
});
