import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { COLUMNS } from './source-table.ts';

/** What PostgreSQL alone needs: out of one table by COPY, into another, upserted with a hash of each row. Returns seconds. */
export async function measureFloor(url: string): Promise<number> {
  const [source, target] = [new Client(url), new Client(url)];
  await Promise.all([source.connect(), target.connect()]);
  await target.query(`
    drop table if exists lantai;
    create table lantai (id text primary key, nik text, nama text, layanan text, sts text, tgl_masuk date, tgl_terbit date,
      biaya bigint, lokasi text, jumlah int, keterangan text, tgl_ubah timestamp(3), row_hash bytea)`);
  const begun = performance.now();
  try {
    await target.query('begin');
    await target.query('create temp table masuk (like lantai) on commit drop');
    await target.query('alter table masuk drop column row_hash');
    const out = source.query(copyTo(`copy (select ${COLUMNS} from sumber.izin) to stdout`));
    await pipeline(out, target.query(copyFrom(`copy masuk (${COLUMNS}) from stdin`)));
    await target.query(`
      insert into lantai select m.*, sha256(convert_to(m::text, 'UTF8')) from masuk m
      on conflict (id) do update set nik = excluded.nik, nama = excluded.nama, layanan = excluded.layanan,
        sts = excluded.sts, tgl_masuk = excluded.tgl_masuk, tgl_terbit = excluded.tgl_terbit, biaya = excluded.biaya,
        lokasi = excluded.lokasi, jumlah = excluded.jumlah, keterangan = excluded.keterangan,
        tgl_ubah = excluded.tgl_ubah, row_hash = excluded.row_hash where lantai.row_hash <> excluded.row_hash`);
    await target.query('commit');
    return (performance.now() - begun) / 1000;
  } finally {
    await target.query('drop table lantai');
    await Promise.all([source.end(), target.end()]);
  }
}
