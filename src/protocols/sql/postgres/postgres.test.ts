import { type AddressInfo, createServer } from 'node:net';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Source } from '../../protocol.ts';
import { describeProtocol, SECRETS } from '../../testing/contract.ts';
import { sql } from '../index.ts';
import { probeSql } from '../probe-sql.ts';
import { createSqlHarness } from '../testing/harness.ts';
import { type DatabaseProxy, startProxy } from '../testing/proxy.ts';

describeProtocol(
  'sql, with PostgreSQL,',
  createSqlHarness({
    address: () => inject('postgresUrl'),
    statements: {
      hangs: "select 'x' as nama from pg_sleep(30) where :key <> ''",
      // The error of a cast repeats the text.
      answersNonsense: `select cast('${SECRETS.answer}' || :key as integer) as jumlah`,
      answersTooMuch: "select repeat('x', 11000) as isi, :key::text as key from generate_series(1, 1000)",
    },
  }),
);

const SCHEMA = 'sql_protocol_test';
let admin: Client;
const sources: Source[] = [];
const proxies: DatabaseProxy[] = [];

beforeAll(async () => {
  admin = new Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  await admin.query(`
    drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA};
    create table ${SCHEMA}.tagihan (nik text);
    create sequence ${SCHEMA}.urutan;
    drop role if exists sql_pembaca; create role sql_pembaca login password 'x';
    drop role if exists sql_penulis; create role sql_penulis login createdb password 'x';
    grant usage on schema ${SCHEMA} to sql_pembaca, sql_penulis;
    grant select on ${SCHEMA}.tagihan to sql_pembaca;
    grant update (nik) on ${SCHEMA}.tagihan to sql_penulis;`);
});
afterAll(async () => {
  await admin.query(`drop schema ${SCHEMA} cascade; drop role sql_pembaca; drop role sql_penulis`);
  await admin.end();
});
afterEach(async () => {
  for (const source of sources.splice(0)) await source.close();
  for (const proxy of proxies.splice(0)) await proxy.stop();
});

function prepare(text: string, { address = inject('postgresUrl'), timeoutMs = 5000, concurrency = 2 } = {}) {
  const source = sql.open({ sql: address }, { timeoutMs, concurrency });
  sources.push(source);
  return source.prepare({ name: 'ask', spec: { sql: text, maxRows: 2 }, isRead: true });
}

async function openProxy(): Promise<DatabaseProxy> {
  const proxy = await startProxy(inject('postgresUrl'), 'marked');
  proxies.push(proxy);
  return proxy;
}

const accountAddress = (user: string): string => {
  const url = new URL(inject('postgresUrl'));
  url.username = user;
  url.password = 'x';
  return url.href;
};

describe('an answer of PostgreSQL', () => {
  it('has dates, decimals and big integers as the text that the database writes', async () => {
    const text = `select 7::int2 as s, 8::int4 as i, 9007199254740993::int8 as b, 250000.50::numeric(12, 2) as n, 0.1::float8 as f,
      date '2026-01-31' as d, timestamp '2026-01-31 08:05:00' as t, null::date as kosong, true as y, 'é “' as teks`;
    expect(await prepare(text)({})).toEqual([
      {
        s: 7,
        i: 8,
        b: '9007199254740993',
        n: '250000.50',
        f: '0.1',
        d: '2026-01-31',
        t: '2026-01-31 08:05:00',
        kosong: null,
        y: true,
        teks: 'é “',
      },
    ]);
  });

  it('never depends on an argument that looks like SQL', async () => {
    const ask = prepare("select 1 as a where 'x' = :a or ':a' = :a and :n::int = 3");
    expect(await ask({ a: "' or ''='", n: 3 })).toEqual([]);
    expect(await ask({ a: ':a', n: 3 })).toEqual([{ a: 1 }]);
  });

  const REFUSED: readonly (readonly [string, string, string, RegExp])[] = [
    ['more rows than allowed', 'select generate_series(1, 3) as n', 'badAnswer', /larger than 2 rows/],
    ['bytes', "select 'x'::bytea as isi", 'badAnswer', /bytes that are not text/],
    ['two columns of one name', 'select 1 as n, 2 as n', 'badAnswer', /two columns of one name/],
    ['a column that does not exist', 'select tidak_ada', 'badAnswer', /SQLSTATE 42703/],
    ['a function that writes', `select nextval('${SCHEMA}.urutan') as n`, 'badAnswer', /SQLSTATE 25006/],
    [
      'a function that makes the session writable',
      "select set_config('transaction_read_only', 'off', true)",
      'badAnswer',
      /SQLSTATE 25001/,
    ],
  ];
  it.each(REFUSED)('is refused for %s', async (_what, text, kind, message) => {
    const failure = { name: 'CallFailure', kind, message: expect.stringMatching(message) };
    await expect(prepare(text)({})).rejects.toMatchObject(failure);
  });

  it('is denied for a table that the account may not read', async () => {
    const ask = prepare(`select nik from ${SCHEMA}.tagihan`, { address: accountAddress('sql_penulis') });
    await expect(ask({})).rejects.toMatchObject({ kind: 'denied' });
  });

  it('is denied for a database that does not exist', async () => {
    const address = inject('postgresUrl').replace(/\/hub$/, '/tidak_ada');
    await expect(prepare('select 1 as n', { address })({})).rejects.toMatchObject({ kind: 'denied' });
  });
});

describe('a connection to PostgreSQL', () => {
  it('is kept for the next call', async () => {
    const proxy = await openProxy();
    const ask = prepare('select pg_backend_pid() as pid', { address: proxy.url });
    expect(await ask({})).toEqual(await ask({}));
    expect(proxy.openConnections()).toBe(1);
  });

  it('is never one more than allowed', async () => {
    const proxy = await openProxy();
    const ask = prepare('select pg_backend_pid() as pid', { address: proxy.url });
    const answers = await Promise.all(Array.from({ length: 9 }, () => ask({})));
    expect(new Set(answers.map((rows) => JSON.stringify(rows))).size).toBeLessThanOrEqual(2);
    expect(proxy.openConnections()).toBeLessThanOrEqual(2);
  });

  it('is replaced when it broke while it lay idle', async () => {
    const proxy = await openProxy();
    const ask = prepare('select 1 as n', { address: proxy.url });
    await Promise.all([ask({}), ask({})]);
    proxy.breakAll();
    expect(await ask({})).toEqual([{ n: 1 }]);
  });

  it('is replaced when the database ended its session', async () => {
    const ask = prepare('select pg_backend_pid() as pid');
    const [before] = (await ask({})) as { pid: number }[];
    await admin.query('select pg_terminate_backend($1)', [before?.pid]);
    expect(await ask({})).not.toEqual([before]);
  });

  it('leaves no statement running at the server when the time is over', async () => {
    const ask = prepare("select 'overdue' as marker from pg_sleep(30)", { timeoutMs: 150 });
    await expect(ask({})).rejects.toMatchObject({ kind: 'unavailable', message: 'no answer within the time allowed' });
    const running =
      "select 1 from pg_stat_activity where query like '%overdue%' and state = 'active' and pid <> pg_backend_pid()";
    await expect.poll(async () => (await admin.query(running)).rowCount).toBe(0);
  });

  it.each([
    ['is silent', undefined],
    ['speaks HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['sends a message cut short', Buffer.from([0x52, 0, 0, 0, 4])],
  ])('to something that %s is a failure, and no fault of the hub', async (_what, bytes) => {
    const server = createServer((socket) => void socket.on('error', () => {}).write(bytes ?? ''));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = prepare('select 1 as n', { address: `postgres://hub:x@127.0.0.1:${port}/hub`, timeoutMs: 100 });
    await expect(ask({})).rejects.toMatchObject({ name: 'CallFailure', kind: 'unavailable' });
    server.close();
  });

  it('that is waited for too long is a failure', async () => {
    const ask = prepare('select 1 as n from pg_sleep(:s::float8)', { concurrency: 1, timeoutMs: 150 });
    const first = ask({ s: 30 });
    await expect(ask({ s: 0 }, Date.now() + 20)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('the probe of PostgreSQL', () => {
  const limits = { timeoutMs: 5000, concurrency: 1 };

  it('finds nothing wrong with an account that may only read', async () => {
    expect(await probeSql({ sql: accountAddress('sql_pembaca') }, limits)).toEqual([]);
  });

  it('says what else an account may do', async () => {
    expect(await probeSql({ sql: accountAddress('sql_penulis') }, limits)).toEqual([
      { kind: 'mayWrite', message: `this account may do more than SELECT: create databases, write ${SCHEMA}.tagihan` },
    ]);
    expect(await probeSql({ sql: inject('postgresUrl') }, limits)).toEqual([
      { kind: 'mayWrite', message: 'this account may do more than SELECT: everything (superuser)' },
    ]);
  });

  it('says that the password is wrong, or that nobody is there', async () => {
    const wrong = accountAddress('sql_pembaca').replace(':x@', ':y@');
    expect(await probeSql({ sql: wrong }, limits)).toMatchObject([{ kind: 'denied' }]);
    const nobody = new URL(wrong);
    nobody.port = '9';
    expect(await probeSql({ sql: nobody.href }, limits)).toEqual([
      { kind: 'unavailable', message: 'the connection failed (ECONNREFUSED)' },
    ]);
  });
});
