import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BinaryRows, type BinaryValue } from '../src/store/copies/binary-rows.ts';
import { createTestDatabase } from './support/create-test-database.ts';

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: await createTestDatabase() });
  await client.connect();
});
afterAll(() => client.end());

/** What PostgreSQL reads of rows in a column of a type. */
async function roundTrip(type: string, values: readonly BinaryValue[]): Promise<(string | null)[]> {
  await client.query(`create temp table given (place serial, value ${type})`);
  const rows = new BinaryRows();
  for (const value of values) rows.add([value]);
  await pipeline(
    Readable.from([rows.finish()]),
    client.query(copyFrom('copy given (value) from stdin (format binary)')),
  );
  const { rows: read } = await client.query<{ value: string | null }>(
    'select value::text as value from given order by place',
  );
  await client.query('drop table given');
  return read.map(({ value }) => value);
}

it.each<[string, string, readonly BinaryValue[], readonly (string | null)[]]>([
  ['text', 'text', ['', 'Siti', 'é 日本 😀', 'a\0b', null], ['', 'Siti', 'é 日本 😀', 'ab', null]],
  ['whole numbers', 'bigint', [0n, -1n, 9_007_199_254_740_991n, null], ['0', '-1', '9007199254740991', null]],
  ['small numbers', 'int', [{ int: 0 }, { int: -5 }, { int: 2_147_483_647 }], ['0', '-5', '2147483647']],
  [
    'days',
    'date',
    [{ day: '2000-01-01' }, { day: '1999-12-31' }, { day: '2024-02-29' }, { day: '0001-01-01' }],
    ['2000-01-01', '1999-12-31', '2024-02-29', '0001-01-01'],
  ],
  ['bytes', 'bytea', [Buffer.alloc(0), Buffer.from([0, 255, 10])], ['\\x', '\\x00ff0a']],
])('%s arrive as they were', async (_what, type, values, read) => {
  expect(await roundTrip(type, values)).toEqual(read);
});

it('rows of any length arrive whole', async () => {
  const texts = [1, 100, 65_536, 300_000].map((length) => 'é'.repeat(length));
  expect(await roundTrip('text', texts)).toEqual(texts);
});
