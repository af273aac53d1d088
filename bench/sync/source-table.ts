import type { ClientBase } from 'pg';

/** Columns of the legacy table, the ones that are copied. */
export const COLUMNS =
  'id, nik, nama, layanan, sts, tgl_masuk, tgl_terbit, biaya, lokasi, jumlah, keterangan, tgl_ubah' as const;

/** Makes the legacy table with so many invented applications, four of each of so many people. */
export async function fillSource(client: ClientBase, rows: number): Promise<void> {
  await client.query(`
    create schema sumber;
    create table sumber.izin (
      id text primary key, nik text not null, nama text, layanan text, sts text, tgl_masuk date, tgl_terbit date,
      biaya bigint, lokasi text, jumlah int, keterangan text, tgl_ubah timestamp(3) not null
    )`);
  await client.query(
    `insert into sumber.izin
     select 'IZ-' || lpad(n::text, 9, '0'), '157101' || lpad((n / 4)::text, 10, '0'), 'WARGA NOMOR ' || (n / 4),
       (array['Izin Mendirikan Bangunan', 'Izin Praktik Perawat', 'Reklame', 'Trayek'])[1 + n % 4], (n % 4)::text,
       date '2020-01-01' + n % 2300, case when n % 4 = 3 then date '2020-02-01' + n % 2300 end, (n % 900) * 10000,
       'Kelurahan ' || n % 68, n % 5000, case when n % 3 > 0 then 'berkas ' || n % 9 || ' dari 9 sudah diterima' end,
       timestamp '2020-01-01' + n * interval '37 seconds'
     from generate_series(1, $1::int) as n`,
    [rows],
  );
  await client.query('create index on sumber.izin (tgl_ubah, id)');
  await client.query('vacuum analyze sumber.izin');
}

/** Changes so many rows, spread over the table, as a day's work does. */
export async function changeSource(client: ClientBase, rows: number, of: number): Promise<void> {
  await client.query(
    `update sumber.izin set sts = '2', jumlah = jumlah + 1, tgl_ubah = (select max(tgl_ubah) from sumber.izin) + interval '1 hour'
     where id in (select 'IZ-' || lpad((1 + n * $2::int)::text, 9, '0') from generate_series(1, $1::int) as n)`,
    [rows, Math.max(1, Math.floor(of / rows) - 1)],
  );
}
