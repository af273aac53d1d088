import type { Connection, RowDataPacket } from 'mysql2/promise';
import { type DatabaseContent, inBatches } from './content.ts';

/**
 * Fills a database and makes its accounts, unless it was filled with the same before.
 * @returns whether anything was made anew.
 */
export async function prepareMariadb(connection: Connection, content: DatabaseContent): Promise<boolean> {
  await connection.query(`create database if not exists simulasi; create table if not exists simulasi.isi
    (basis_data varchar(64) primary key, sidik char(64) not null)`);
  const [found] = await connection.query<RowDataPacket[]>(
    'select 1 from simulasi.isi where basis_data = ? and sidik = ?',
    [content.database, content.fingerprint],
  );
  if (found.length > 0) return false;
  await connection.query('delete from simulasi.isi where basis_data = ?', [content.database]);
  await connection.query('drop database if exists ??; create database ??; use ??', Array(3).fill(content.database));
  for (const { user, password } of content.accounts)
    await connection.query('create or replace user ?@localhost identified by ?', [user, password]);
  await connection.query(content.schema);
  await connection.beginTransaction();
  for (const [table, rows] of Object.entries(content.tables)) await insertRows(connection, table, rows);
  await connection.query('insert into simulasi.isi values (?, ?)', [content.database, content.fingerprint]);
  await connection.commit();
  return true;
}

async function insertRows(connection: Connection, table: string, rows: Iterable<object>): Promise<void> {
  for (const batch of inBatches(rows)) {
    const columns = Object.keys(batch[0] ?? {});
    await connection.query('insert into ?? (??) values ?', [table, columns, batch.map((row) => Object.values(row))]);
  }
}
