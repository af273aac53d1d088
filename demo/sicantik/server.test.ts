import { createDecipheriv, createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import type { Alias } from '../people/person.ts';
import { createPopulation } from '../people/population.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { listLicenceLinks } from './invent-licences.ts';
import { createLicenceBook } from './records.ts';
import { createSicantik, SICANTIK_ACCOUNT } from './server.ts';

const { token, apikey, salt, uuid, instansi } = SICANTIK_ACCOUNT;
const people = createPopulation(400);
const links = listLicenceLinks(people, 1);

type Row = Readonly<Record<string, unknown>>;

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createSicantik(createLicenceBook(people, 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());
beforeEach(() => {
  system.control.reset();
  system.control.set({ warnings: 'never' });
});

function numbersOf(alias: Alias): string[] {
  return links.filter(({ nik }) => nik === findPerson(alias).nik).map(({ value }) => value);
}

function ask(query: Record<string, string>, headers: Record<string, string> = {}, name: string = uuid) {
  const parameters = new URLSearchParams({ instansi_id: instansi, ...query });
  return fetch(`${system.url}/api/sicantik/1/interop/${name}?${parameters}`, {
    headers: { auth: `Bearer ${token}`, apikey, ...headers },
  });
}

async function open(response: Response): Promise<unknown> {
  const { data } = (await response.json()) as { data: string };
  const sealed = Buffer.from(data, 'hex');
  const key = createHash('sha256').update(salt).digest();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return JSON.parse(decipher.update(sealed.subarray(12, -16)).toString('utf8') + decipher.final('utf8'));
}

async function rowsOf(alias: Alias): Promise<Row[]> {
  const answers = await Promise.all(numbersOf(alias).map((no_permohonan) => ask({ no_permohonan }).then(open)));
  return answers.flatMap((answer) => (answer as { items: Row[] }).items);
}

async function expiryOf(licence: unknown): Promise<string> {
  const parameter = encodeURIComponent(Buffer.from(String(licence)).toString('base64'));
  return (await fetch(`${system.url}/cekperizinan?no_izin=${parameter}`)).text();
}

test('seals the rows, which open under the salt', async () => {
  const [row] = await rowsOf('demo');
  expect(row).toEqual({
    id: 700_001,
    no_permohonan: 'SC-1571-2026-00001',
    jenis_izin: 'Sertifikat Laik Higiene Sanitasi Jasa Boga',
    nama_pemohon: 'RAHMAT SYAHPUTRA',
    nib: '0000015710001',
    nama_usaha: 'USAHA RAHMAT SYAHPUTRA',
    tgl_pengajuan: expect.stringMatching(/^2026-03-16 \d\d:\d\d:00$/),
    tgl_penetapan: expect.stringMatching(/^2026-03-\d\d$/),
    no_izin: 'SLHS/00001/SICANTIK/2026',
    status: 'Selesai',
  });
});

test.each([
  ['2026-03-01', { items: expect.any(Array) }],
  ['2026-03-02', { data: expect.any(Array), total: expect.any(String) }],
  ['2026-03-03', expect.any(Array)],
])('wraps what begins on %s in its own way', async (tgl_awal, form) => {
  expect(await open(await ask({ tgl_awal, tgl_akhir: '2026-03-31' }))).toEqual(form);
});

test('lists by the day of application, both ends included', async () => {
  const list = async (tgl_awal: string, tgl_akhir: string) => (await open(await ask({ tgl_awal, tgl_akhir }))) as Row;
  expect((await list('2026-03-16', '2026-03-16')).items).toHaveLength(1);
  const all = (await list('2020-01-01', '2026-11-01')).items as Row[];
  expect(all).toHaveLength(links.length);
  const days = all.map(({ tgl_pengajuan }) => String(tgl_pengajuan).slice(0, 10));
  expect(days).toEqual(days.toSorted());
  expect(await list('2019-01-03', '2019-01-03')).toEqual([]);
});

test('leaves out what a template does not show', async () => {
  const [siti] = await rowsOf('siti');
  expect(siti).toMatchObject({ nik: findPerson('siti').nik });
  expect(siti).not.toHaveProperty('nib');
  const [pending] = await rowsOf('ganda');
  expect(pending).not.toHaveProperty('no_izin');
  expect(pending).not.toHaveProperty('nik');
});

test('aneh has a padded NIK, a dash, a zero day, and no name', async () => {
  const rows = await rowsOf('aneh');
  expect(rows.map(({ nik }) => nik)).toEqual([` ${findPerson('aneh').nik} `, '-']);
  expect(rows[1]).toMatchObject({ tgl_penetapan: '0000-00-00' });
  for (const row of rows) expect(row).not.toHaveProperty('nama_pemohon');
});

test('kosong and tiada have nothing', () => {
  expect([...numbersOf('kosong'), ...numbersOf('tiada')]).toEqual([]);
});

test('the end of a licence is an object, an array when it was extended, an empty array when unknown', async () => {
  const [[demo], [siti]] = await Promise.all([rowsOf('demo'), rowsOf('siti')]);
  expect(JSON.parse(await expiryOf(demo?.no_izin))).toMatchObject({
    pendaftaran_id: '700001',
    d_berlaku_izin: `2029${String(demo?.tgl_penetapan).slice(4)}`,
  });
  const terms = JSON.parse(await expiryOf(siti?.no_izin)) as Row[];
  expect(terms.map(({ d_berlaku_izin }) => String(d_berlaku_izin).slice(0, 4))).toEqual(['2026', '2028']);
  expect(await expiryOf('SLHS/99999/SICANTIK/2026')).toBe('[]');
});

test('a licence without an end brings a PHP warning before the JSON', async () => {
  const endless = (await rowsOf('aneh'))[1];
  expect(await expiryOf(endless?.no_izin)).toMatch(
    /^<br \/>\n<b>Warning<\/b>:.*<br \/>\n\{.*"d_berlaku_izin":null\}$/s,
  );
});

test.each([
  ['a wrong token', 401, () => ask({ no_permohonan: 'x' }, { auth: 'Bearer salah' })],
  ['a wrong key', 403, () => ask({ no_permohonan: 'x' }, { apikey: 'salah' })],
  ['an unknown uuid', 404, () => ask({ no_permohonan: 'x' }, {}, 'lain')],
  ['another agency', 400, () => ask({ no_permohonan: 'x', instansi_id: '9' })],
  ['no period', 400, () => ask({})],
  ['a day in another form', 400, () => ask({ tgl_awal: '01-03-2026', tgl_akhir: '31-03-2026' })],
])('refuses %s with %i', async (_, status, call) => {
  const response = await call();
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({
    code: String(status),
    message: expect.any(String),
    description: expect.any(String),
  });
});

test('is throttled on every fortieth call unless told never', async () => {
  system.control.reset();
  const statuses: number[] = [];
  for (let call = 0; call < 40; call += 1) statuses.push((await fetch(`${system.url}/cekperizinan`)).status);
  expect([...new Set(statuses.slice(0, 39)), statuses[39]]).toEqual([200, 429]);
});

test('an application that was verified or issued is where it was in the list, with no word of when', async () => {
  const added = await system.records?.add(findPerson('kosong').nik);
  const filed = async () => {
    const { items } = (await open(await ask({ tgl_awal: '2026-11-01', tgl_akhir: '2026-11-30' }))) as { items: Row[] };
    return items.find(({ no_permohonan }) => no_permohonan === added);
  };
  expect(await filed()).toMatchObject({ status: 'Permohonan Baru', tgl_pengajuan: '2026-11-01' });
  for (let step = 0; step < 2; step += 1) await system.records?.change(added);
  const issued = await filed();
  expect(issued).toMatchObject({ status: 'Selesai', tgl_penetapan: '2026-11-01' });
  expect(JSON.parse((await expiryOf(issued?.no_izin)).split('<br />\n').at(-1) ?? '')).toMatchObject({
    no_surat: issued?.no_izin,
  });
  await system.records?.remove(added);
  expect(await filed()).toBeUndefined();
});
