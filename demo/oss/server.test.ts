import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import type { Alias } from '../people/person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createBusinessRegister, listBusinessLinks } from './records.ts';
import { createOss, OSS_USER_KEY } from './server.ts';

const people = createPopulation(300);
const links = listBusinessLinks(people, 1);

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createOss(createBusinessRegister(people, 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());

function nibOf(alias: Alias): string | undefined {
  return links.find(({ nik }) => nik === findPerson(alias).nik)?.value;
}

async function inquire(nib: unknown, key: string = OSS_USER_KEY): Promise<Record<string, unknown>> {
  const reply = await postJson(`${system.url}/api/inqueryNIB`, { INQUERYNIB: { nib } }, { user_key: key });
  expect(reply.status).toBe(200);
  return (reply.json() as { responinqueryNIB: Record<string, unknown> }).responinqueryNIB;
}

test('answers a number with the business and who answers for it', async () => {
  expect(nibOf('demo')).toBe('0000015710001');
  expect(await inquire(nibOf('demo'))).toEqual({
    kode: 200,
    keterangan: 'sukses',
    dataNIB: {
      nib: '0000015710001',
      tgl_terbit_nib: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      nama_perseroan: expect.stringContaining('RAHMAT'),
      npwp_perseroan: expect.stringMatching(/^\d{15}$/),
      alamat_perseroan: expect.stringContaining('Simpang IV Sipin'),
      penanggung_jwb: [expect.objectContaining({ nama_penanggung_jwb: 'RAHMAT SYAHPUTRA' })],
    },
  });
});

test('keeps no NIK', async () => {
  for (const { value, nik } of links) expect(JSON.stringify(await inquire(value))).not.toContain(nik);
});

test('hides every refusal in an HTTP 200 without data', async () => {
  expect(await inquire('9999999999999')).toEqual({ kode: 404, keterangan: 'Data NIB tidak ditemukan' });
  expect(await inquire(1571)).toEqual({ kode: 400, keterangan: 'Parameter nib harus 13 angka' });
  expect(await inquire(nibOf('demo'), 'salah')).toEqual({ kode: 401, keterangan: 'user_key tidak terdaftar' });
});

test('writes a dash for a telephone that nobody gave', async () => {
  const answers = await Promise.all(links.map(({ value }) => inquire(value)));
  expect(JSON.stringify(answers)).toContain('"no_hp_penanggung_jwb":"-"');
});

test('aneh has a business as an older system left it', async () => {
  expect(await inquire(nibOf('aneh'))).toMatchObject({
    dataNIB: { tgl_terbit_nib: '0000-00-00', npwp_perseroan: ' 01.234.567.8-571.000', penanggung_jwb: [] },
  });
});

test('of the people with an alias only demo and aneh have a business', () => {
  expect((['siti', 'lunas', 'kosong', 'tiada', 'ganda'] as const).map(nibOf)).toEqual(Array(5).fill(undefined));
});
