import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createLinkStore,
  type Database,
  type EmbeddedPostgres,
  type KeyRing,
  type LinkStore,
  openDatabase,
  startEmbeddedPostgres,
} from '../src/store/index.ts';

const KIND = 'pbb.nop';
const newKey = (id: string) => ({ id, key: randomBytes(32) });
const newRing = (): KeyRing => ({ index: [newKey('i1')], data: [newKey('d1')] });
const nikOf = (index: number) => `157101${String(index).padStart(10, '0')}`;
const nopOf = (index: number) => `157101${String(index * 7).padStart(12, '0')}`;

let dataDir: string;
let server: EmbeddedPostgres;
let databases = 0;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-store-'));
  await chmod(dataDir, 0o711); // lets the server's own account in when root runs the tests
  server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), durable: false });
});

afterAll(async () => {
  for (const close of closers.reverse()) await close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function createEmptyDatabase(): Promise<{ url: string; open: () => Promise<Database> }> {
  const name = `test_${++databases}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name} strategy file_copy`);
  await admin.end();
  const url = server.url.replace(/\/hub$/, `/${name}`);
  const open = async (): Promise<Database> => {
    const db = await openDatabase(url, { maxConnections: 4 });
    closers.push(db.close);
    return db;
  };
  return { url, open };
}

async function createLinks(keys = newRing()): Promise<{ db: Database; url: string; links: LinkStore; keys: KeyRing }> {
  const { url, open } = await createEmptyDatabase();
  const db = await open();
  await db.migrate();
  return { db, url, links: openLinks(db, keys), keys };
}

function openLinks(db: Database, keys: KeyRing): LinkStore {
  const links = createLinkStore(db, keys);
  closers.push(links.close);
  return links;
}

describe('the database', () => {
  it('runs each migration once', async () => {
    const db = await (await createEmptyDatabase()).open();
    expect(await db.migrate()).toContain('0001-links');
    expect(await db.migrate()).toEqual([]);
  });

  it('is migrated by several hubs at the same moment', async () => {
    const { open } = await createEmptyDatabase();
    const hubs = await Promise.all([open(), open(), open(), open()]);
    const runs = await Promise.all(hubs.map((db) => db.migrate()));
    expect(runs.flat().filter((name) => name === '0001-links')).toHaveLength(1);
  });

  it('names the migration that failed, and leaves nothing half done', async () => {
    const db = await (await createEmptyDatabase()).open();
    await db.pool.query('create table links (other text)');
    await expect(db.migrate()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('0001-links'),
    });
  });

  it('refuses to run on the database of a newer hub', async () => {
    const db = await (await createEmptyDatabase()).open();
    await db.migrate();
    await db.pool.query(`insert into hub_migrations values ('9999-future', now()::text)`);
    await expect(db.migrate()).rejects.toMatchObject({ message: expect.stringContaining('9999-future') });
  });

  it('does not repeat the password of an address that is wrong', async () => {
    const wrong = server.url.replace(/:[^:@]+@/, ':very-secret@');
    const error = await openDatabase(wrong, { maxConnections: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', retryable: false });
    expect(JSON.stringify(error) + String(error)).not.toContain('very-secret');
  });
});

describe('the embedded server', () => {
  it('does not let a second hub onto its folder', async () => {
    await expect(startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('Another hub'),
    });
  });

  it('keeps data, password and port over a kill of the hub, whose server it stops first', async () => {
    const folder = join(dataDir, 'killed');
    const urlBefore = await startInKilledProcess(folder);
    const before = new Client({ connectionString: urlBefore });
    await before.connect(); // the server has outlived its hub
    await before.query('create table kept (n int)');
    await before.end();

    const log = vi.fn();
    const again = await startEmbeddedPostgres({ dataDir: folder, durable: false, log });
    closers.push(again.stop);
    expect(log).toHaveBeenCalledWith(expect.stringContaining('killed'));
    expect(again.url).toBe(urlBefore);
    const after = new Client({ connectionString: again.url });
    await after.connect();
    expect((await after.query('select from kept')).rowCount).toBe(0);
    await after.end();
  });

  it('leaves nothing behind when it cannot start', async () => {
    const folder = join(dataDir, 'deep', 'er');
    const port = Number(new URL(server.url).port);
    await expect(startEmbeddedPostgres({ dataDir: '/dev/null/x' })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await writeFile(join(dataDir, 'file'), '');
    await expect(startEmbeddedPostgres({ dataDir: join(dataDir, 'file') })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
    await expect(startEmbeddedPostgres({ dataDir: folder, durable: false, port })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `Port ${port} for the embedded PostgreSQL is taken`,
    });
    expect((await readdir(folder)).filter((name) => /owner|partial/.test(name))).toEqual([]);
  });

  it.runIf(process.getuid?.() === 0)('moves out of a folder that only root can enter, and says where', async () => {
    const closed = await mkdtemp(join(dataDir, 'closed-'));
    const folder = join(closed, 'postgres');
    const moved = await startEmbeddedPostgres({ dataDir: folder, durable: false });
    const place = await readlink(join(folder, 'moved-to'));
    closers.push(async () => {
      await moved.stop();
      await rm(place, { recursive: true });
    });
    expect(moved.note).toContain(`the database is in ${place}`);
    expect(await readdir(place)).toContain('cluster');
  });

  it('has what the hub needs: room for clients, UTC, UTF-8, and its extensions', async () => {
    const { pool } = await (await createEmptyDatabase()).open();
    const { rows } = await pool.query(`select current_setting('max_connections') as clients,
      current_setting('timezone') as zone, current_setting('server_encoding') as encoding, lower('ÉJ') as lower`);
    expect(rows[0]).toEqual({ clients: '300', zone: 'UTC', encoding: 'UTF8', lower: 'éj' });
    for (const name of ['unaccent', 'pg_trgm', 'pgcrypto']) await pool.query(`create extension ${name}`);
    const search = await pool.query(`select to_tsvector('indonesian', 'perizinan')::text as words`);
    expect(search.rows[0].words).toContain('izin');
  });
});

describe('links', () => {
  it('are found in the order asked, several, one or none', async () => {
    const { links } = await createLinks();
    const rows = [
      { nik: nikOf(1), kind: KIND, value: nopOf(2) },
      { nik: nikOf(1), kind: KIND, value: nopOf(1) },
      { nik: nikOf(2), kind: KIND, value: nopOf(3) },
      { nik: nikOf(2), kind: 'other', value: nopOf(4) },
    ];
    expect(await links.addLinks(rows)).toEqual({ added: 4, unchanged: 0 });
    const answer = await links.listLinksOf([nikOf(2), nikOf(9), nikOf(1), nikOf(2)], KIND);
    expect(answer).toEqual([[nopOf(3)], [], [nopOf(1), nopOf(2)], [nopOf(3)]]);
    expect(await links.listLinksOf([], KIND)).toEqual([]);
  });

  it('are stored once, however often they are given', async () => {
    const { db, links } = await createLinks();
    const rows = Array.from({ length: 2000 }, (_, index) => ({ nik: nikOf(index), kind: KIND, value: nopOf(index) }));
    expect(await links.addLinks([...rows, ...rows.slice(0, 10)])).toEqual({ added: 2000, unchanged: 10 });
    expect(await links.addLinks(rows)).toEqual({ added: 0, unchanged: 2000 });
    const more = rows.slice(0, 3).map((row) => ({ ...row, value: `${row.value}x` }));
    expect(await links.addLinks([...rows, ...more])).toEqual({ added: 3, unchanged: 2000 });
    const { rows: counted } = await db.pool.query('select count(*)::int as count from links');
    expect(counted[0].count).toBe(2003);
  });

  it('may be added by two hubs at once', async () => {
    const { db, links, keys } = await createLinks();
    const rows = Array.from({ length: 1500 }, (_, index) => ({ nik: nikOf(index), kind: KIND, value: nopOf(index) }));
    const results = await Promise.all([links.addLinks(rows), openLinks(db, keys).addLinks(rows.toReversed())]);
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(1500);
  });

  it('are refused as a whole when one NIK is not one', async () => {
    const { db, links } = await createLinks();
    const rows = [
      { nik: nikOf(1), kind: KIND, value: nopOf(1) },
      { nik: '123', kind: KIND, value: nopOf(2) },
    ];
    await expect(links.addLinks(rows)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await db.pool.query('select from links')).rowCount).toBe(0);
  });

  it('leave no NIK and no number readable anywhere in the database', async () => {
    const { db, links } = await createLinks();
    await links.addLinks([{ nik: nikOf(1), kind: KIND, value: nopOf(1) }]);
    const columns = await db.pool.query(`select table_schema, table_name, column_name from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')`);
    expect(columns.rows.length).toBeGreaterThan(6);
    const secrets = [nikOf(1), nopOf(1)].flatMap((text) => [text, Buffer.from(text).toString('hex')]);
    for (const { table_schema, table_name, column_name } of columns.rows) {
      const name = `"${table_schema}"."${table_name}"`;
      const { rows } = await db.pool.query(`select "${column_name}"::text as text from ${name}`);
      for (const { text } of rows) for (const secret of secrets) expect(String(text)).not.toContain(secret);
    }
  });

  it('fail with an error that may be tried again while the database is away', async () => {
    const { db, links } = await createLinks();
    await db.pool.query('alter table links rename to away');
    await expect(links.listLinksOf([nikOf(1)], KIND)).rejects.toMatchObject({ code: 'INTERNAL', retryable: false });
    const gone = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    vi.spyOn(db.pool, 'query').mockRejectedValueOnce(gone);
    await expect(links.listLinksOf([nikOf(1)], KIND)).rejects.toMatchObject({ code: 'INTERNAL', retryable: true });
  });
});

describe('rotating keys', () => {
  it('finds links filed under an older index key, and moves them when they are given again', async () => {
    const old = newRing();
    const { db, links } = await createLinks(old);
    const rows = [1, 2, 3].map((index) => ({ nik: nikOf(index), kind: KIND, value: nopOf(index) }));
    await links.addLinks(rows);
    const rotated: KeyRing = { index: [newKey('i2'), ...old.index], data: [newKey('d2'), ...old.data] };
    const after = openLinks(db, rotated);
    expect(await after.listLinksOf([nikOf(1)], KIND)).toEqual([[nopOf(1)]]);

    expect(await after.addLinks(rows.slice(0, 2))).toEqual({ added: 0, unchanged: 2 });
    expect(
      await after.listLinksOf(
        rows.map(({ nik }) => nik),
        KIND,
      ),
    ).toEqual(rows.map(({ value }) => [value]));
    const { rows: ids } = await db.pool.query('select index_key_id, data_key_id from links order by 1, 2');
    expect(ids.map(Object.values)).toEqual([
      ['i1', 'd1'],
      ['i2', 'd2'],
      ['i2', 'd2'],
    ]);
  });

  it('encrypts again under a new data key when a link is given again', async () => {
    const old = newRing();
    const { db, links } = await createLinks(old);
    const row = { nik: nikOf(1), kind: KIND, value: nopOf(1) };
    await links.addLinks([row]);
    const after = openLinks(db, { ...old, data: [newKey('d2'), ...old.data] });
    expect(await after.addLinks([row])).toEqual({ added: 0, unchanged: 1 });
    expect((await db.pool.query('select data_key_id from links')).rows).toEqual([{ data_key_id: 'd2' }]);
    expect(await after.listLinksOf([row.nik], KIND)).toEqual([[row.value]]);
  });
});

describe('the cache of links', () => {
  it('spares the database the second question', async () => {
    const { db, links } = await createLinks();
    await untilCached(db, links, nikOf(1));
  });

  it('hears of a link that another process adds', async () => {
    const { db, url, links, keys } = await createLinks();
    await untilCached(db, links, nikOf(1));
    expect(await links.listLinksOf([nikOf(1)], KIND)).toEqual([[]]);
    await addInAnotherProcess(url, keys, [{ nik: nikOf(1), kind: KIND, value: nopOf(1) }]);
    await vi.waitFor(async () => expect(await links.listLinksOf([nikOf(1)], KIND)).toEqual([[nopOf(1)]]));
  });

  it('is not used while the connection that hears of changes is broken, and comes back', async () => {
    const { db, links } = await createLinks();
    await untilCached(db, links, nikOf(1));
    await db.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'hub listen links_changed' and datname = current_database()`);
    const query = vi.spyOn(db.pool, 'query');
    await vi.waitFor(async () => {
      await links.listLinksOf([nikOf(1)], KIND);
      expect(query).toHaveBeenCalled();
    });
    query.mockRestore();
    await untilCached(db, links, nikOf(1));
  });
});

/** Asks until an answer comes without a query: the cache works once its listener is connected. */
async function untilCached(db: Database, links: LinkStore, nik: string): Promise<void> {
  await vi.waitFor(async () => {
    await links.listLinksOf([nik], KIND);
    const query = vi.spyOn(db.pool, 'query');
    try {
      await links.listLinksOf([nik], KIND);
      expect(query).not.toHaveBeenCalled();
    } finally {
      query.mockRestore();
    }
  });
}

async function addInAnotherProcess(url: string, keys: KeyRing, rows: readonly object[]): Promise<void> {
  await runScript(
    `const db = await store.openDatabase(input.url, { maxConnections: 1 });
    const links = store.createLinkStore(db, input.keys);
    await links.addLinks(input.rows);
    await links.close();
    await db.close();`,
    { url, keys, rows },
  );
}

/** Starts a server in a process that is then killed without a chance to stop it; returns the server's address. */
async function startInKilledProcess(folder: string): Promise<string> {
  const script = `const { url } = await store.startEmbeddedPostgres({ dataDir: input.folder, durable: false });
    process.stdout.write(url, () => process.kill(process.pid, 'SIGKILL'));`;
  const killed = await runScript(script, { folder }).catch((error: unknown) => error as { stdout: string });
  return killed.stdout;
}

function runScript(body: string, input: object): Promise<{ stdout: string }> {
  const module = new URL('../src/store/index.ts', import.meta.url).href;
  const script = `
    const store = await import(${JSON.stringify(module)});
    const input = JSON.parse(process.env.TEST_INPUT, (key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data) : value);
    ${body}`;
  const env = { ...process.env, TEST_INPUT: JSON.stringify(input) };
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
}
