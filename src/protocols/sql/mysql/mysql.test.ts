import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '../../protocol.ts';
import { describeProtocol, SECRETS } from '../../testing/contract.ts';
import { sql } from '../index.ts';
import { probeSql } from '../probe-sql.ts';
import { createSqlHarness } from '../testing/harness.ts';
import { startProxy } from '../testing/proxy.ts';
import { findMariadbd, startMariadb, type TestMariadb } from '../testing/start-mariadb.ts';

const mariadbd = findMariadbd();

describe.skipIf(!mariadbd)(`with MariaDB${mariadbd ? '' : ' (skipped: mariadbd is not on the PATH)'}`, () => {
  let server: TestMariadb;
  const open: Source[] = [];
  beforeAll(async () => {
    server = await startMariadb(mariadbd ?? '');
    await server.run(
      'create table tirta.v_pelanggan (nama varchar(40), kode char(3)) character set latin1 collate latin1_swedish_ci',
      "insert into tirta.v_pelanggan values ('José “Pepe”', 'A1')",
      'create table tirta.v_tagihan (id bigint, n int, harga decimal(12,2), pct float, tgl date, jam datetime, kosong int, isi blob)',
      "insert into tirta.v_tagihan values (9007199254740993, 7, 250000.50, 0.1, '2026-01-31', '2026-01-31 08:05:00', null, 'x'), (2, 8, 1, 1, '0000-00-00', '2026-02-01 00:00:00', 3, 'y')",
    );
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    for (const source of open.splice(0)) await source.close();
  });
  const ask = (text: string, args = {}, spec: object = {}, address = server.url) => {
    const source = sql.open({ sql: address, ...spec }, { timeoutMs: 2000, concurrency: 2 });
    open.push(source);
    return source.prepare({ name: 'ask', spec: { sql: text, maxRows: 2 }, isRead: true })(args);
  };

  describeProtocol(
    'sql',
    createSqlHarness({
      address: () => server.url,
      statements: {
        hangs: "select sleep(30) as nama where :key <> ''",
        answersNonsense: `select unhex(hex('${SECRETS.answer}')) as isi, :key as k`,
        answersTooMuch: "select repeat('x', 11000) as isi, :key as k from seq_1_to_1000",
      },
    }),
  );

  it('gives dates, decimals and big integers as the text that the database writes', async () => {
    const rows = await ask('select id, n, harga, pct, tgl, jam, kosong from v_tagihan where id > :id', { id: 2 });
    expect(rows).toEqual([
      {
        id: '9007199254740993',
        n: 7,
        harga: '250000.50',
        pct: 0.1,
        tgl: '2026-01-31',
        jam: '2026-01-31 08:05:00',
        kosong: null,
      },
    ]);
  });

  it.each([{}, { charset: 'latin1' }])(
    'reads and asks for the text of latin1 tables as the text it is: %j',
    async (spec) => {
      const rows = await ask('select nama from v_pelanggan where nama = :nama', { nama: 'José “Pepe”' }, spec);
      expect(rows).toEqual([{ nama: 'José “Pepe”' }]);
    },
  );

  it('never takes an argument for a part of the statement', async () => {
    expect(await ask("select n from v_tagihan where id = :id or n = ':id'", { id: '1 or 1=1' })).toEqual([]);
    expect(await ask('select kode from v_pelanggan where kode = :kode', { kode: "' or ''='" })).toEqual([]);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['more rows than allowed', 'select 1 as a union select 2 union select 3', /larger than 2 rows/],
    ['bytes', 'select isi from v_tagihan', /bytes that are not text/],
    ['two columns of one name', 'select n, n from v_tagihan', /two columns of one name/],
    ['a column that does not exist', 'select tidak_ada from v_tagihan', /MySQL error 1054/],
    ['a function that writes', 'select nextval(urutan) as a', /MySQL error \d+/],
  ];
  it.each(refused)('refuses %s as a bad answer', async (_what, text, message) => {
    await expect(ask(text)).rejects.toMatchObject({
      name: 'CallFailure',
      kind: 'badAnswer',
      message: expect.stringMatching(message),
    });
  });

  it('asks in a read-only transaction', async () => {
    await server.run(
      'create table if not exists tirta.catatan (n int)',
      'create or replace function tirta.catat() returns int begin insert into tirta.catatan values (1); return 1; end',
    );
    await expect(ask('select catat() as n')).rejects.toMatchObject({
      message: 'the database refused (MySQL error 1792)',
    });
  });

  it('leaves no statement running at the server when the time is over', async () => {
    const source = sql.open({ sql: server.url }, { timeoutMs: 150, concurrency: 1 });
    open.push(source);
    const overdue = source.prepare({
      name: 'ask',
      spec: { sql: "select sleep(30) as n, 'overdue' as t" },
      isRead: true,
    });
    await expect(overdue({})).rejects.toMatchObject({ kind: 'unavailable' });
    const running =
      "select 1 as n from information_schema.processlist where info like '%overdu_%' and id <> connection_id()";
    await expect.poll(() => ask(running)).toEqual([]);
  });

  it('replaces a connection that broke while it lay idle', async () => {
    const proxy = await startProxy(server.url, 'marked');
    const source = sql.open({ sql: proxy.url }, { timeoutMs: 2000, concurrency: 2 });
    const call = source.prepare({ name: 'ask', spec: { sql: 'select connection_id() as id' }, isRead: true });
    const first = await call({});
    expect(await call({})).toEqual(first);
    proxy.breakAll();
    expect(await call({})).not.toEqual(first);
    await source.close();
    await proxy.stop();
  });

  it('says that an account may only read', async () => {
    await server.run(
      "create user pembaca@'127.0.0.1' identified by 'x'",
      "grant select on tirta.* to pembaca@'127.0.0.1'",
      "create user penulis@'127.0.0.1' identified by 'x'",
      "grant select, insert on tirta.v_tagihan to penulis@'127.0.0.1'",
    );
    const limits = { timeoutMs: 2000, concurrency: 1 };
    const probe = (user: string) => probeSql({ sql: server.url.replace(/hub:[^@]*/, `${user}:x`) }, limits);
    expect(await probe('pembaca')).toEqual([]);
    expect(await probe('penulis')).toEqual([
      { kind: 'mayWrite', message: 'this account may do more than SELECT: INSERT on tirta.v_tagihan' },
    ]);
    expect(await probe('siapa')).toMatchObject([{ kind: 'denied' }]);
    expect((await probeSql({ sql: server.url }, limits))[0]).toMatchObject({ kind: 'mayWrite' });
  });
});
