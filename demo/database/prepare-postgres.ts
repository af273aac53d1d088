import { Client } from 'pg';
import { type DatabaseContent, inBatches } from './content.ts';

/** Any number: two demos that share a server prepare it one after the other. */
const LOCK = 157_199;

/**
 * Makes a database on a server, with accounts and content, unless it was filled with the same before.
 * @returns whether anything was made anew.
 * @throws when the account in `serverUrl` may not create databases and accounts.
 */
export async function preparePostgres(serverUrl: string, content: DatabaseContent): Promise<boolean> {
  return withClient(serverUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    const database = admin.escapeIdentifier(content.database);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [content.database]);
    if (rowCount === 0) await admin.query(`create database ${database} strategy file_copy`);
    return withClient(addressOf(serverUrl, content.database), async (client) => {
      if (await isFilled(client, content)) return false;
      await client.query('begin');
      await client.query('set local synchronous_commit = off');
      await dropContent(client);
      await makeAccounts(client, content);
      await client.query(content.schema);
      for (const [table, rows] of Object.entries(content.tables)) await insertRows(client, table, rows);
      await client.query('create table simulasi.isi as select $1::text as sidik', [content.fingerprint]);
      await client.query('commit');
      return true;
    });
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // The server may be stopped meanwhile: the query under way fails then, and nobody else need hear of it.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Returns the address of another database on the same server. */
export function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function isFilled(client: Client, { fingerprint }: DatabaseContent): Promise<boolean> {
  const { rows } = await client.query<{ made: boolean }>("select to_regclass('simulasi.isi') is not null as made");
  if (!rows[0]?.made) return false;
  const { rowCount } = await client.query('select from simulasi.isi where sidik = $1', [fingerprint]);
  return rowCount === 1;
}

/** The database is the demo's own, so every schema in it is too. */
async function dropContent(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')",
  );
  for (const { name } of rows) await client.query(`drop schema ${client.escapeIdentifier(name)} cascade`);
  await client.query('create schema simulasi');
}

/** Accounts belong to the whole server, so they may be there already, with rights in other databases. */
async function makeAccounts(client: Client, { database, accounts }: DatabaseContent): Promise<void> {
  await client.query(`revoke all on database ${client.escapeIdentifier(database)} from public`);
  for (const { user, password } of accounts) {
    const name = client.escapeIdentifier(user);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [user]);
    await client.query(
      `${rowCount === 0 ? 'create' : 'alter'} role ${name} login password ${client.escapeLiteral(password)}`,
    );
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${name}`);
  }
}

/** The database reads the rows from JSON by the types of the table's own columns. */
async function insertRows(client: Client, table: string, rows: Iterable<object>): Promise<void> {
  for (const batch of inBatches(rows)) {
    const columns = Object.keys(batch[0] ?? {})
      .map((column) => client.escapeIdentifier(column))
      .join(', ');
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(batch)],
    );
  }
}
