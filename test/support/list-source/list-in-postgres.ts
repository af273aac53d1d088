import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { ListTable } from './list-table.ts';
import { LIST_COLUMNS, type ListRow } from './row.ts';

/** The list as a table of a PostgreSQL database, in a schema of its own. */
export interface ListInPostgres {
  /** Address of the database, for a connector's `sql` source. */
  readonly url: string;
  /** The table, with its schema. */
  readonly name: string;
  /** Makes the table what the list is now, in one transaction. */
  write(): Promise<void>;
  /** Changes the table itself, such as `alter table $TABLE rename column …`; $TABLE stands for its name. */
  run(sql: string): Promise<void>;
  /** Drops the schema. */
  stop(): Promise<void>;
}

/** Rows in one INSERT; a parameter of a statement is at most 1 GB, which 5,000 rows are far from. */
const BATCH = 5000;

const CREATE = (schema: string): string => `
create schema ${schema};
create table ${schema}.daftar (
  id text, nik text, nama text, telepon text, layanan text, sts text, tgl_masuk text, tgl_terbit text,
  biaya text, lokasi text, jumlah text, keterangan text, tgl_ubah timestamp(0)
);
create index on ${schema}.daftar (tgl_ubah, id);
create index on ${schema}.daftar (nik);`;

/** Creates the table in the database of `url` and fills it; the caller stops it. */
export async function openListInPostgres(table: ListTable, url: string): Promise<ListInPostgres> {
  const schema = `daftar_${randomUUID().replaceAll('-', '')}`;
  const name = `${schema}.daftar`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(CREATE(schema));
  const write = async (): Promise<void> => {
    await client.query('begin');
    await client.query(`truncate ${name}`);
    const rows = table.rows();
    for (let at = 0; at < rows.length; at += BATCH) await insert(client, name, rows.slice(at, at + BATCH));
    await client.query('commit');
    await client.query(`analyze ${name}`);
  };
  await write();
  return {
    url,
    name,
    write,
    run: async (sql) => void (await client.query(sql.replaceAll('$TABLE', name))),
    stop: async () => {
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

async function insert(client: Client, name: string, rows: readonly ListRow[]): Promise<void> {
  const columns = LIST_COLUMNS.join(', ');
  const sql = `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`;
  await client.query(sql, [JSON.stringify(rows)]);
}
