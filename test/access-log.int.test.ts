import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { createAccessLog, createCheckpoints, readCheckpoints, verifyAccessLog } from '../src/audit/index.ts';
import type { AccessEntry } from '../src/ports/access-log.ts';
import { type Database, open, openDatabase } from '../src/store/index.ts';
import {
  entriesOf,
  entryOf,
  FIRST_MS,
  newKeyRing,
  newSecretKey,
  nikOf,
  openTestLog,
} from './support/open-access-log.ts';

const { publicKey } = generateKeyPairSync('ed25519');
let stack: AsyncDisposableStack;
beforeEach(() => {
  stack = new AsyncDisposableStack();
});
afterEach(() => stack.disposeAsync());

async function verify(database: Database) {
  const { rows, findings } = await verifyAccessLog(database, [], publicKey);
  return { rows, findings };
}

describe('recording', () => {
  it('is done when another connection sees the rows', async () => {
    const { url, log } = await openTestLog(stack);
    const other = await openDatabase(url, { maxConnections: 4 });
    stack.defer(() => other.close());
    const counts: number[] = [];
    await Promise.all(
      entriesOf(20).map(async (entry) => {
        await log.record([entry]);
        const { rows } = await other.pool.query('select count(*)::int as count from access_log');
        counts.push(rows[0].count);
      }),
    );
    expect(counts.every((count, index) => count > index)).toBe(true);
  });

  it('writes what arrives during a write together in the next', async () => {
    const { database, log } = await openTestLog(stack);
    await log.record([entryOf(0)]);
    const query = vi.spyOn(database.pool, 'query');
    const first = log.record([entryOf(1)]);
    await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(1));
    await Promise.all([first, ...entriesOf(50).map((entry) => log.record([entry]))]);
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('waits for the disk even where the database is told not to', async () => {
    const { url, database, log } = await openTestLog(stack);
    const name = new URL(url).pathname.slice(1);
    await database.pool.query(`alter database ${name} set synchronous_commit = off`);
    const seen = await database.pool.query(`create function tell() returns trigger language plpgsql as
      $$ begin raise notice 'commit: %', current_setting('synchronous_commit'); return new; end $$`);
    expect(seen.command).toBe('CREATE');
    await database.pool.query(`create constraint trigger tell after update on access_log_head
      deferrable initially deferred for each row execute function tell()`);
    const notices: string[] = [];
    database.pool.on('connect', (client) => client.on('notice', ({ message }) => notices.push(message ?? '')));
    const holders = await Promise.all([1, 2, 3, 4].map(() => database.pool.connect()));
    for (const holder of holders) holder.release(true);
    await log.record([entryOf(0)]);
    expect(notices).toEqual(['commit: on']);
  });

  it('of more than fits into one statement is whole', async () => {
    const { database, log } = await openTestLog(stack);
    await log.record(entriesOf(2500));
    expect(await verify(database)).toEqual({ rows: 2500, findings: [] });
  });

  it('by several hubs at once gives one unbroken chain', async () => {
    const { database, log, keys } = await openTestLog(stack);
    const other = createAccessLog(database, keys);
    stack.defer(() => other.close());
    await Promise.all(entriesOf(300).map((entry, index) => (index % 2 ? log : other).record([entry])));
    expect(await verify(database)).toEqual({ rows: 300, findings: [] });
  });

  it('goes on after another hub has written', async () => {
    const { database, log, keys } = await openTestLog(stack);
    const other = createAccessLog(database, keys);
    for (const one of [log, other, log, other]) await one.record(entriesOf(3));
    expect(await verify(database)).toEqual({ rows: 12, findings: [] });
  });

  it('makes a table for each month, and the next one ahead', async () => {
    const { database, log } = await openTestLog(stack);
    const times = [Date.UTC(2026, 11, 31, 23, 59, 59, 999), Date.UTC(2027, 0, 1), Date.UTC(2027, 3, 2)];
    for (const atMs of times) await log.record([entryOf(0, { atMs })]);
    const { rows } = await database.pool.query(`select tableoid::regclass::text as name from access_log order by seq`);
    expect(rows.map(({ name }) => name)).toEqual(['access_log_2026_12', 'access_log_2027_01', 'access_log_2027_04']);
    const tables =
      await database.pool.query(`select relname from pg_class where relname like 'access_log_20__!___' escape '!'
      and relkind = 'r' order by 1`);
    expect(tables.rows.map(({ relname }) => relname.slice(-7))).toEqual(['2026_12', '2027_01', '2027_04', '2027_05']);
    expect(await verify(database)).toEqual({ rows: 3, findings: [] });
  });

  it('of one month by two hubs at once needs one table', async () => {
    const { database, log, keys } = await openTestLog(stack);
    const other = createAccessLog(database, keys);
    await Promise.all([log.record(entriesOf(2)), other.record(entriesOf(2))]);
    expect(await verify(database)).toEqual({ rows: 4, findings: [] });
  });
});

it('a log that is written to while it is verified is sound', async () => {
  const { database, log } = await openTestLog(stack);
  const folder = await mkdtemp(join(tmpdir(), 'hub-checkpoints-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const { privateKey, publicKey: key } = generateKeyPairSync('ed25519');
  const onFailed = vi.fn();
  const checkpoints = await createCheckpoints({ folder, signingKey: privateKey, everyRows: 20, onFailed });
  const vouched = createAccessLog(database, newKeyRing(), { onAppended: checkpoints.note });
  const writing = Promise.all(
    [log, vouched].map(async (one) => {
      for (const entry of entriesOf(150)) await one.record([entry]);
    }),
  );
  for (let round = 0; round < 5; round++) {
    const { findings } = await verifyAccessLog(database, await readCheckpoints(folder), key);
    expect(findings).toEqual([]);
  }
  await writing;
  await checkpoints.close();
  const { rows, findings } = await verifyAccessLog(database, await readCheckpoints(folder), key);
  expect({ rows, findings }).toEqual({ rows: 300, findings: [] });
  expect(onFailed).not.toHaveBeenCalled();
});

describe('recording fails', () => {
  it('with AUDIT_UNAVAILABLE for all who wait while the database is away, and works again after', async () => {
    const { database, log } = await openTestLog(stack);
    await log.record([entryOf(0)]);
    await database.pool.query('alter table access_log rename to away');
    const results = await Promise.allSettled(entriesOf(20).map((entry) => log.record([entry])));
    for (const result of results) {
      expect(result).toMatchObject({ reason: { code: 'AUDIT_UNAVAILABLE', retryable: true } });
    }
    await database.pool.query('alter table away rename to access_log');
    await log.record([entryOf(1)]);
    expect(await verify(database)).toEqual({ rows: 2, findings: [] });
  });

  it('while the server lets nobody in, and works again when it does', async () => {
    const { url, database, log } = await openTestLog(stack);
    await log.record([entryOf(0)]);
    const admin = await openDatabase(inject('postgresUrl'), { maxConnections: 1 });
    stack.defer(() => admin.close());
    const name = new URL(url).pathname.slice(1);
    await admin.pool.query(`alter database ${name} with allow_connections false`);
    await admin.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await expect(log.record([entryOf(1)])).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', retryable: true });
    await admin.pool.query(`alter database ${name} with allow_connections true`);
    await log.record([entryOf(2)]);
    expect(await verify(database)).toEqual({ rows: 2, findings: [] });
  });

  it('when the connection breaks, whether or not the rows were committed', async () => {
    const { database, log } = await openTestLog(stack);
    await log.record([entryOf(0)]);
    const query = database.pool.query.bind(database.pool);
    const spy = vi.spyOn(database.pool, 'query').mockImplementationOnce(async (...args: unknown[]) => {
      await (query as (...all: unknown[]) => Promise<unknown>)(...args);
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    });
    await expect(log.record([entryOf(1)])).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    spy.mockRestore();
    await log.record([entryOf(2)]);
    expect(await verify(database)).toEqual({ rows: 3, findings: [] });
  });

  it('when too much waits, instead of filling the memory', async () => {
    const { log } = await openTestLog(stack);
    const calls = Array.from({ length: 25 }, () => log.record(entriesOf(1000)));
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(results.at(-1)).toMatchObject({ reason: { code: 'AUDIT_UNAVAILABLE' } });
  });

  it.each<[string, Partial<AccessEntry>]>([
    ['a NIK that is none', { subject: '157101' }],
    ['a NUL in a text', { purpose: 'a\0b' }],
    ['a time that is none', { atMs: Number.NaN }],
  ])('for %s alone, and not for what is written with it', async (_name, differing) => {
    const { database, log } = await openTestLog(stack);
    const good = log.record([entryOf(0)]);
    await expect(log.record([entryOf(1, differing)])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await good;
    expect(await verify(database)).toEqual({ rows: 1, findings: [] });
  });

  it('after the end, which waits for what is under way', async () => {
    const { database, log } = await openTestLog(stack);
    const under = log.record(entriesOf(3));
    await log.close();
    expect(await verify(database)).toEqual({ rows: 3, findings: [] });
    await under;
    await expect(log.record([entryOf(4)])).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  });
});

describe('the accesses to a person’s data', () => {
  it('are listed newest first, and page by page', async () => {
    const { log } = await openTestLog(stack);
    await log.record(entriesOf(50));
    const first = await log.listOfSubject(nikOf(3), 3, undefined);
    expect(first.map(({ seq }) => seq)).toEqual([44, 34, 24]);
    const second = await log.listOfSubject(nikOf(3), 3, first.at(-1)?.seq);
    expect(second.map(({ seq }) => seq)).toEqual([14, 4]);
    expect(await log.listOfSubject(nikOf(99), 3, undefined)).toEqual([]);
  });

  it('say everything but who looked', async () => {
    const { log } = await openTestLog(stack);
    await log.record([entryOf(0, { caseId: 'case-7', app: undefined })]);
    expect(await log.listOfSubject(nikOf(0), 10, undefined)).toEqual([
      {
        seq: 1,
        atMs: FIRST_MS,
        channel: 'query',
        actorKind: 'officer',
        actorOpd: 'dpmptsp',
        app: undefined,
        reads: [{ opd: 'dpmptsp', fields: ['Permit', 'Citizen.name'] }],
        purpose: 'permit-handling',
        basis: 'public-task',
        caseId: 'case-7',
        outcome: 'allowed',
      },
    ]);
  });

  it('are found under an older index key too, and over months', async () => {
    const old = newKeyRing();
    const { database, log } = await openTestLog(stack, old);
    await log.record([entryOf(0), entryOf(0, { atMs: Date.UTC(2027, 5) })]);
    const rotated = createAccessLog(database, { index: [newSecretKey('i2'), ...old.index], data: old.data });
    await rotated.record([entryOf(0)]);
    expect((await rotated.listOfSubject(nikOf(0), 10, undefined)).map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect((await rotated.listOfSubject(nikOf(0), 2, undefined)).map(({ seq }) => seq)).toEqual([3, 2]);
    expect(await verify(database)).toEqual({ rows: 3, findings: [] });
  });
});

describe('the rows', () => {
  it('hold no NIK and no identifier of an actor that can be read', async () => {
    const { database, log } = await openTestLog(stack);
    const citizen = { kind: 'citizen', id: 'https://login.example|warga-1', opd: undefined } as const;
    await log.record([entryOf(1), entryOf(2, { actor: citizen })]);
    const { rows } = await database.pool.query('select access_log::text as text from access_log');
    expect(rows).toHaveLength(2);
    const secrets = [nikOf(1), nikOf(2), 'pegawai-1', 'warga-1', 'login.example'];
    for (const secret of secrets.flatMap((text) => [text, Buffer.from(text).toString('hex')])) {
      for (const { text } of rows) expect(text).not.toContain(secret);
    }
  });

  it('give the actor back to the holder of the keys, unless he is a citizen', async () => {
    const { database, log, keys } = await openTestLog(stack);
    const citizen = { kind: 'citizen', id: 'https://login.example|warga-1', opd: undefined } as const;
    await log.record([entryOf(1), entryOf(2, { actor: citizen })]);
    const { rows } = await database.pool.query(
      'select actor_hash, actor_sealed as bytes, data_key_id as "dataKeyId" from access_log order by seq',
    );
    expect(open(rows[0], keys.data, [rows[0].actor_hash, 'access_log.actor'])).toBe('https://login.example|pegawai-1');
    expect(rows[1]).toMatchObject({ bytes: null, dataKeyId: null });
  });
});
