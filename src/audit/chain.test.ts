import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainRows, hashRow } from './chain.ts';
import type { AccessRow } from './log-row.ts';

const row: AccessRow = {
  atMs: 1_795_500_000_123,
  channel: 'query',
  actorKind: 'officer',
  actorHash: Buffer.alloc(32, 1),
  actorSealed: Buffer.alloc(40, 2),
  dataKeyId: 'd1',
  actorOpd: 'dpmptsp',
  app: null,
  subjectHash: Buffer.alloc(32, 3),
  indexKeyId: 'i1',
  reads: '[{"opd":"dpmptsp","fields":["Permit"]}]',
  purpose: 'pelayanan ü',
  basis: 'public-task',
  caseId: null,
  outcome: 'allowed',
};

/** The format as its description says it, written a second time and plainly. */
function hashPlainly(previous: Buffer, seq: bigint, { atMs, ...columns }: AccessRow): Buffer {
  const integer = (value: bigint) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(value);
    return bytes;
  };
  const parts = [previous, Buffer.of(1), integer(seq), integer(BigInt(atMs) * 1000n)];
  for (const value of Object.values(columns)) {
    const bytes = value === null ? Buffer.alloc(0) : Buffer.from(value as string);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value === null ? 0xffffffff : bytes.length);
    parts.push(length, bytes);
  }
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

describe('the hash of a row', () => {
  it('is made over the hash before, a version, the place, the time and each column with its length', () => {
    for (const seq of [1, 2 ** 32 + 5]) {
      expect(hashRow(CHAIN_START.hash, seq, row)).toEqual(hashPlainly(CHAIN_START.hash, BigInt(seq), row));
    }
  });

  it('holds for a row longer than any before it', () => {
    const long = { ...row, reads: 'ü'.repeat(100_000) };
    expect(hashRow(CHAIN_START.hash, 1, long)).toEqual(hashPlainly(CHAIN_START.hash, 1n, long));
  });

  it.each<[string, Partial<AccessRow>]>([
    ['nothing from an empty text', { app: '' }],
    ['a letter that moved to the next column', { purpose: `${row.purpose}p`, basis: 'ublic-task' }],
    ['a microsecond', { atMs: row.atMs + 0.001 }],
  ])('tells %s', (_name, differing) => {
    expect(hashRow(CHAIN_START.hash, 1, { ...row, ...differing })).not.toEqual(hashRow(CHAIN_START.hash, 1, row));
  });
});

describe('a chain', () => {
  it('ties each row to the one before', () => {
    const first = hashRow(CHAIN_START.hash, 1, row);
    const second = hashRow(first, 2, row);
    expect(chainRows(CHAIN_START, [row, row])).toEqual({ hashes: [first, second], end: { seq: 2, hash: second } });
  });

  it('of no rows ends where it began', () => {
    expect(chainRows(CHAIN_START, []).end).toEqual(CHAIN_START);
  });
});
