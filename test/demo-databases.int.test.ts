import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CityDatabases, type CityDatabasesOptions, startCityDatabases } from '../demo/database/city-databases.ts';
import { findMariadbd } from '../demo/database/mariadb.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { createPopulation } from '../demo/people/population.ts';
import { postJson } from '../demo/post-json.ts';

const people = createPopulation(300);
const SITI_NIP = '198604122010032001';
const mariadbd = findMariadbd();
const newName = (): string => `bkpsdmd_${randomUUID().replaceAll('-', '')}`;

const options = (postgresDatabase: string, seed = 1): CityDatabasesOptions => ({ people, seed, postgresDatabase });

function addressIn(city: CityDatabases, setting: string): string {
  const address = city.settings[setting];
  if (!address) throw new Error(`${setting} is not set`);
  return address;
}

async function askPostgres(address: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function askMysql(address: string, text: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: address, dateStrings: true, connectTimeout: 5_000 });
  connection.on('error', () => {});
  try {
    return (await connection.query<RowDataPacket[]>(text))[0];
  } finally {
    connection.destroy();
  }
}

describe('BKPSDMD', () => {
  const database = newName();
  let city: CityDatabases;
  let address: string;
  beforeAll(async () => {
    city = await startCityDatabases(options(database));
    address = addressIn(city, 'BKPSDMD_DATABASE_URL');
    await city.connectPostgres(inject('postgresUrl'));
  });
  afterAll(() => city.stop());
  afterEach(() => {
    city.systems.bkpsdmd.control.reset();
    city.systems.ekinerja.control.reset();
  });
  const ask = (text: string) => askPostgres(address, text);

  it('is down at its final address until the server is connected, and its form says so', async () => {
    const waiting = await startCityDatabases(options(newName()));
    try {
      await expect(askPostgres(addressIn(waiting, 'BKPSDMD_DATABASE_URL'), 'select 1')).rejects.toThrow();
      const form = await fetch(`${waiting.systems.ekinerja.url}/kegiatan/cari?nip=${SITI_NIP}&tgl=2026-10-01`, {
        headers: { token: addressIn(waiting, 'EKINERJA_TOKEN') },
      });
      expect([form.status, await form.json()]).toEqual([
        500,
        { status: 'gagal', pesan: 'Basis data tidak dapat dihubungi' },
      ]);
    } finally {
      await waiting.stop();
    }
  });

  it('shows siti, her month and what was refused', async () => {
    expect(await ask(`select nik, nama, satker from ekinerja.v_pegawai where nip = '${SITI_NIP}'`)).toEqual([
      { nik: findPerson('siti').nik, nama: 'SITI MARLINA', satker: 'SD Negeri Contoh 1/IV' },
    ]);
    const month = `where nip = '${SITI_NIP}' and tahun = 2026 and bulan = 10`;
    expect(
      await ask(`select hari_kerja, hadir, sakit, tk, menit_terlambat from eabsen.v_rekap_absen ${month}`),
    ).toEqual([{ hari_kerja: 22, hadir: 19, sakit: 2, tk: 0, menit_terlambat: 12 }]);
    expect(await ask(`select ditolak from ekinerja.v_rekap_kinerja ${month}`)).toEqual([{ ditolak: 1 }]);
  });

  it.each([
    ['reads no table behind the views', 'select from ekinerja.kin_harian'],
    ['writes nothing', "update ekinerja.v_pegawai set nama = 'X'"],
    ['makes nothing', 'create temporary table t (a int)'],
  ])('gives an account that %s', async (_, text) => {
    await expect(ask(text)).rejects.toThrow(/permission denied/);
  });

  it('counts connections and statements', async () => {
    await ask('select 1');
    expect(city.systems.bkpsdmd.control.calls).toEqual({ total: 2, connect: 1, statement: 1 });
    expect(city.systems.bkpsdmd.control.inFlight).toBe(0);
  });

  it('is not filled again from the same people and seed, and is from another seed', async () => {
    const again = await startCityDatabases(options(database));
    const other = await startCityDatabases(options(newName(), 2));
    try {
      await sendActivity(city, { uraian: 'Masih ada' });
      await again.connectPostgres(inject('postgresUrl'));
      const kept = `select id from ekinerja.v_kin_harian where uraian_keg_h = 'Masih ada'`;
      expect(await ask(kept)).toHaveLength(1);
      await other.connectPostgres(inject('postgresUrl'));
      expect(await askPostgres(addressIn(other, 'BKPSDMD_DATABASE_URL'), kept)).toEqual([]);
    } finally {
      await Promise.all([again.stop(), other.stop()]);
    }
  });

  describe('the e-Kinerja form', () => {
    it('makes an entry that waits for the superior, twice when sent twice', async () => {
      const first = await sendActivity(city, { uraian: 'Menyusun modul ajar', tgl: '2026-10-30' });
      const second = await sendActivity(city, { uraian: 'Menyusun modul ajar', tgl: '2026-10-30' });
      expect(first).toMatchObject({
        status: 'sukses',
        id: expect.stringMatching(new RegExp(`^${SITI_NIP}\\.\\d{10}$`)),
      });
      expect(second).not.toEqual(first);
      const listed = await listActivities(city, 'uraian=Menyusun+modul+ajar&tgl=2026-10-30');
      expect(listed.data.slice(-2)).toMatchObject(
        [{ ...first, nip: SITI_NIP, tgl: '2026-10-30', kuantitas: '2', waktu: '90', status: 'menunggu' }, second].map(
          ({ status: _, ...entry }) => entry,
        ),
      );
      const [row] = await ask(`select penilai_nip, tgl_ok from ekinerja.v_kin_harian where id = '${first.id}'`);
      const [siti] = await ask(`select atasan_nip from ekinerja.v_pegawai where nip = '${SITI_NIP}'`);
      expect(row).toEqual({ penilai_nip: siti?.atasan_nip, tgl_ok: null });
    });

    it.each([
      [{ nip: '1' }, 'NIP harus 18 angka'],
      [{ nip: '999999999999999999' }, 'NIP tidak terdaftar'],
      [{ tgl: '2026-02-30' }, 'Tanggal harus yyyy-mm-dd'],
      [{ uraian: ' ' }, 'Uraian harus 1 sampai 500 huruf'],
      [{ kuantitas: '0' }, 'Kuantitas harus 1 sampai 999'],
      [{ waktu: 'lama' }, 'Waktu harus 1 sampai 600 menit'],
    ])('refuses %j', async (wrong, pesan) => {
      expect(await sendActivity(city, wrong)).toEqual({ status: 'gagal', pesan });
    });

    it('refuses a wrong token', async () => {
      const reply = await fetch(`${city.systems.ekinerja.url}/kegiatan/cari`, { headers: { token: 'salah' } });
      expect([reply.status, await reply.json()]).toEqual([401, { status: 'gagal', pesan: 'Token tidak dikenal' }]);
    });
  });

  describe('faults', () => {
    it('down destroys the connection, and good health brings it back', async () => {
      city.systems.bkpsdmd.control.set({ down: true });
      await expect(ask('select 1')).rejects.toThrow();
      city.systems.bkpsdmd.control.set({});
      expect(await ask('select 1 as a')).toEqual([{ a: 1 }]);
    });

    it('hang accepts a statement and never answers it', async () => {
      city.systems.bkpsdmd.control.set({ hang: true, only: 'statement' });
      const client = new Client({ connectionString: address });
      client.on('error', () => {});
      await client.connect();
      const outcome = expect(client.query('select 1')).rejects.toThrow();
      await expect.poll(() => city.systems.bkpsdmd.control.inFlight).toBe(1);
      client.end().catch(() => {});
      await outcome;
      await expect.poll(() => city.systems.bkpsdmd.control.inFlight).toBe(0);
    });

    it('truncated breaks the connection in the middle of an answer, so many times', async () => {
      city.systems.bkpsdmd.control.set({ truncated: true, only: 'statement', times: 1 });
      await expect(ask('select * from ekinerja.v_pegawai')).rejects.toThrow(/terminated/);
      expect((await ask('select * from ekinerja.v_pegawai')).length).toBeGreaterThan(5);
    });

    it('slowMs makes a statement late', async () => {
      city.systems.bkpsdmd.control.set({ slowMs: 60, only: 'statement' });
      const begun = performance.now();
      await ask('select 1');
      expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
    });

    it('what a database cannot have is refused with the reason, over HTTP too', async () => {
      expect(() => city.systems.bkpsdmd.control.set({ html: 502 })).toThrow('neither HTML nor HTTP statuses');
      expect(() => city.systems.bkpsdmd.control.set({ expiredSession: true })).toThrow('do not expire');
      expect(() => city.systems.bkpsdmd.control.set({ warnings: 'always' })).toThrow('prints no warnings');
      expect(() => city.systems.bkpsdmd.control.set({ down: true, only: 'cari' })).toThrow('it has connect, statement');
      const reply = await postJson(city.systems.bkpsdmd.controlUrl, { status500: true });
      expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('bkpsdmd is a database')]);
      expect((await postJson(city.systems.bkpsdmd.controlUrl, { hang: true })).json()).toMatchObject({
        system: 'bkpsdmd',
        fault: { hang: true },
      });
    });
  });
});

type Activity = Readonly<Record<'nip' | 'tgl' | 'uraian' | 'kuantitas' | 'output' | 'waktu', string>>;

async function sendActivity(city: CityDatabases, activity: Partial<Activity>): Promise<Record<string, string>> {
  const usual = { nip: SITI_NIP, tgl: '2026-10-30', uraian: 'Rapat', kuantitas: '2', output: 'dokumen', waktu: '90' };
  const reply = await fetch(`${city.systems.ekinerja.url}/kegiatan/simpan`, {
    method: 'POST',
    headers: { token: addressIn(city, 'EKINERJA_TOKEN') },
    body: new URLSearchParams({ ...usual, ...activity }),
  });
  return (await reply.json()) as Record<string, string>;
}

async function listActivities(city: CityDatabases, query: string): Promise<{ readonly data: readonly object[] }> {
  const reply = await fetch(`${city.systems.ekinerja.url}/kegiatan/cari?nip=${SITI_NIP}&${query}`, {
    headers: { token: addressIn(city, 'EKINERJA_TOKEN') },
  });
  return (await reply.json()) as { readonly data: readonly object[] };
}

describe.skipIf(!mariadbd)(`with MariaDB${mariadbd ? '' : ' (skipped: mariadbd is not on the PATH)'}`, () => {
  let folder: string;
  let city: CityDatabases;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-databases-'));
    city = await startCityDatabases(options(newName()));
    await city.connectMariadb(folder, mariadbd ?? '');
  });
  afterAll(async () => {
    await city.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => city.systems.tirtamayang.control.reset());
  const askWater = (text: string) => askMysql(addressIn(city, 'TIRTAMAYANG_DATABASE_URL'), text);
  const askHospital = (text: string) => askMysql(addressIn(city, 'SIMRS_DATABASE_URL'), text);

  it('Tirta Mayang keeps leading zeros, zero dates and Windows-1252 bytes', async () => {
    const unpaid = "tgl_bayar is null or tgl_bayar = '0000-00-00'";
    expect(
      await askWater(`select periode, denda, tgl_bayar from rekening where no_langganan = '01004711' and (${unpaid})`),
    ).toEqual([
      { periode: '202609', denda: '10000', tgl_bayar: '0000-00-00' },
      { periode: '202610', denda: '0', tgl_bayar: null },
    ]);
    expect(await askWater("select nama, hex(nama) as byte from pelanggan where no_langganan = '04000871'")).toEqual([
      { nama: 'CAFÉ ERNA CHANIAGO – RUKO', byte: '434146C92045524E41204348414E4941474F20962052554B4F' },
    ]);
  });

  it('SIMRS has demo’s bookings', async () => {
    const bookings = await askHospital(
      `select b.tanggal_periksa, p.nm_poli, b.status from pasien join booking_registrasi b using (no_rkm_medis)
        join poliklinik p using (kd_poli) where no_ktp = '${findPerson('demo').nik}' order by 1`,
    );
    expect(bookings.map(({ tanggal_periksa, status }) => [tanggal_periksa, status])).toEqual([
      ['2026-08-12', 'Terdaftar'],
      ['2026-10-07', 'Terdaftar'],
      ['2026-11-04', 'Belum'],
    ]);
  });

  it.each([
    ['the cashiers’ passwords', () => askWater('select * from user_loket')],
    ['a change', () => askWater('update pelanggan set status_aktif = 2')],
    ['what is medical', () => askHospital('select * from pemeriksaan_ralan')],
    ['the other system', () => askHospital('select * from tirta.pelanggan')],
  ])('refuses the hub’s account %s', async (_, ask) => {
    await expect(ask()).rejects.toThrow(/denied/);
  });

  it('counts a connection and a statement, and breaks in the middle of an answer', async () => {
    await askWater('select 1');
    expect(city.systems.tirtamayang.control.calls).toEqual({ total: 2, connect: 1, statement: 1 });
    expect(city.systems.simrs.control.calls.connect).toBeGreaterThan(0);
    city.systems.tirtamayang.control.set({ truncated: true, only: 'statement' });
    await expect(askWater('select * from pelanggan')).rejects.toThrow(/closed|lost/i);
  });

  it('keeps its data for the next start', async () => {
    await city.stop();
    const root = await startCityDatabases(options(newName()));
    await root.connectMariadb(folder, mariadbd ?? '');
    city = root;
    expect(await askWater('select count(*) as jumlah from gangguan')).toEqual([{ jumlah: 41 }]);
  });
});
