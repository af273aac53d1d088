import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CityDatabases, startCityDatabases } from '../demo/database/city-databases.ts';
import { findMariadbd } from '../demo/database/mariadb.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { createPopulation } from '../demo/people/population.ts';
import { postJson } from '../demo/post-json.ts';

const people = createPopulation(300);
const mariadbd = findMariadbd();
let city: CityDatabases;
let folder: string;
beforeAll(async () => {
  const postgresDatabase = `bkpsdmd_${randomUUID().replaceAll('-', '')}`;
  folder = await mkdtemp(join(tmpdir(), 'demo-records-'));
  city = await startCityDatabases({ people, seed: 1, postgresDatabase });
  await city.connectPostgres(inject('postgresUrl'));
  if (mariadbd) await city.connectMariadb(folder, mariadbd);
});
afterAll(async () => {
  await city.stop();
  await rm(folder, { recursive: true, force: true });
});

const recordsOf = (name: 'bkpsdmd' | 'tirtamayang' | 'simrs') => {
  const { records } = city.systems[name];
  if (!records) throw new Error(`${name} has no records`);
  return records;
};

async function askPostgres(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: city.settings.BKPSDMD_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

async function askMysql(setting: string, text: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: city.settings[setting] ?? '', dateStrings: true });
  const [rows] = await connection.query<RowDataPacket[]>(text);
  connection.destroy();
  return rows;
}

describe('the daily log of e-Kinerja', () => {
  const find = async (id: string) =>
    (await askPostgres(`select *, tgl_ubah::text as ubah from ekinerja.v_kin_harian where id = '${id}'`))[0];
  const newest = async () =>
    (
      await askPostgres(
        'select id, tgl_ubah::text as ubah from ekinerja.v_kin_harian order by tgl_ubah desc, id limit 1',
      )
    )[0];

  it('was written last before the city’s clock begins', async () => {
    const [row] = await askPostgres(`select count(*)::int as late from ekinerja.v_kin_harian
      where tgl_ubah >= '2026-11-01 16:00' or tgl_ubah < tgl_target or tgl_ubah < tgl_real or tgl_ubah < tgl_ok`);
    expect(row).toEqual({ late: 0 });
  });

  it('says when an entry was approved, made or taken back', async () => {
    const { change, add, remove } = recordsOf('bkpsdmd');
    const approved = await change();
    expect(await find(approved)).toMatchObject({ penilaian: 'ok', ubah: expect.stringMatching(/^2026-11-01 16:/) });
    expect((await newest())?.id).toBe(approved);
    const added = await add(findPerson('siti').nik);
    expect((await newest())?.id).toBe(added);
    await remove(added);
    expect(await find(added)).toMatchObject({ flag: 0 });
    await expect(Promise.resolve(remove(added))).rejects.toThrow('no entry');
    await expect(Promise.resolve(add('1'))).rejects.toThrow('is an employee');
  });

  it('changes on orders over HTTP', async () => {
    const reply = await postJson(`${city.systems.bkpsdmd.controlUrl}/records`, { action: 'change' });
    const { id } = reply.json() as { id: string };
    expect((await newest())?.id).toBe(id);
  });
});

describe.skipIf(!mariadbd)(`with MariaDB${mariadbd ? '' : ' (skipped: mariadbd is not on the PATH)'}`, () => {
  const countBills = async (id: string) => {
    const [number, period] = id.split('/');
    const where = `where no_langganan = '${number}' and periode = '${period}'`;
    return askMysql('TIRTAMAYANG_DATABASE_URL', `select tgl_bayar from rekening ${where}`);
  };

  it('bills are paid, issued and cancelled', async () => {
    const { change, add, remove } = recordsOf('tirtamayang');
    expect(await countBills(await change())).toEqual([{ tgl_bayar: '2026-11-01' }]);
    const issued = await add();
    expect(issued).toMatch(/^\d{8}\/202611$/);
    expect(await countBills(issued)).toEqual([{ tgl_bayar: null }]);
    await remove(issued);
    expect(await countBills(issued)).toEqual([]);
    await expect(Promise.resolve(change(issued))).rejects.toThrow('no bill');
  });

  it('bookings are made, kept and taken out', async () => {
    const { change, add, remove } = recordsOf('simrs');
    const statusOf = (code: string) =>
      askMysql('SIMRS_DATABASE_URL', `select status from booking_registrasi where kd_booking = '${code}'`);
    const made = await add(findPerson('demo').nik);
    expect(await statusOf(made)).toEqual([{ status: 'Belum' }]);
    await change(made);
    expect((await statusOf(made))[0]?.status).not.toBe('Belum');
    await remove(made);
    expect(await statusOf(made)).toEqual([]);
    expect((await statusOf(await change()))[0]?.status).not.toBe('Belum');
  });
});
