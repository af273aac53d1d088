import { expect, test } from 'vitest';
import { createStatementCounter, type Dialect } from './statement-counter.ts';

/** MySQL: three bytes of length, a sequence number, the body. */
function packet(sequence: number, ...body: readonly number[]): Buffer {
  return Buffer.from([body.length, 0, 0, sequence, ...body]);
}

/** PostgreSQL: a type, unless it is the first; a length that counts itself, the body. */
function message(type: string, body: string): Buffer {
  const head = Buffer.alloc(type.length + 4);
  head.write(type);
  head.writeUInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, Buffer.from(body)]);
}

const QUERY = packet(0, 0x03, 1, 2, 3);
const START = message('', 'user\0hub\0');
const conversations: readonly (readonly [string, Dialect, readonly Buffer[], number])[] = [
  ['a MySQL query', 'mysql', [packet(1, 0x85, 0x03, 0x17), QUERY], 1],
  [
    'a prepared MySQL statement, once for each execution',
    'mysql',
    [packet(0, 0x16, 9), packet(0, 0x17), packet(0, 0x17)],
    2,
  ],
  [
    'no log-in, ping, closing or empty packet',
    'mysql',
    [packet(3, 0x03), packet(0, 0x0e), packet(0, 0x19), packet(2)],
    0,
  ],
  ['a PostgreSQL query', 'postgres', [START, message('Q', 'select 1\0')], 1],
  ['an extended PostgreSQL query once', 'postgres', [START, ...'PBDES'.split('').map((type) => message(type, 'Q'))], 1],
  ['nothing of a refused wish for TLS', 'postgres', [message('', 'QQQQ'), START, message('Q', 'Q')], 1],
  ['an empty message', 'postgres', [START, message('S', ''), message('S', ''), message('Q', '')], 1],
];

test.each(conversations)('counts %s', (_, dialect, parts, statements) => {
  const whole = Buffer.concat(parts);
  expect(createStatementCounter(dialect)(whole)).toBe(statements);
  const count = createStatementCounter(dialect);
  const byteByByte = [...whole].reduce((sum, byte) => sum + count(Buffer.from([byte])), 0);
  expect(byteByByte).toBe(statements);
});
