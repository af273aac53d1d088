import { hash } from 'node:crypto';
import type { AccessRow, ChainPoint } from './log-row.ts';

/** What the first row is tied to, and the head of an empty log. */
export const CHAIN_START: ChainPoint = { seq: 0, hash: Buffer.alloc(32) };

const VERSION = 1;
const HASH_BYTES = 32;
/** No column is that long, so that nothing and an empty text differ. */
const NULL_LENGTH = 0xff_ff_ff_ff;
/** A UTF-16 unit is three bytes of UTF-8 at most. */
const BYTES_PER_UNIT = 3;
const FIXED_BYTES = HASH_BYTES + 1 + 8 + 8 + 14 * 4;

// One for all rows: hashing is synchronous, and the hot path of every personal answer.
let scratch = Buffer.alloc(4096);

/**
 * Returns the SHA-256 over the hash before, the format's version, and every column, each with its length: equal only for
 * the same row at the same place after the same rows.
 */
export function hashRow(previous: Buffer, seq: number, row: AccessRow): Buffer {
  const columns = columnsOf(row);
  reserve(columns);
  let end = previous.copy(scratch);
  scratch[end++] = VERSION;
  end = writeInteger(seq, end);
  // In microseconds, as PostgreSQL keeps it: a change smaller than a millisecond is a change too.
  end = writeInteger(Math.round(row.atMs * 1000), end);
  for (const column of columns) end = writeColumn(column, end);
  return hash('sha256', scratch.subarray(0, end), 'buffer');
}

/** Gives rows their places after a point of the chain, and their hashes. */
export function chainRows(from: ChainPoint, rows: readonly AccessRow[]): { hashes: Buffer[]; end: ChainPoint } {
  let { seq, hash: previous } = from;
  const hashes = rows.map((row) => {
    previous = hashRow(previous, ++seq, row);
    return previous;
  });
  return { hashes, end: { seq, hash: previous } };
}

function columnsOf(row: AccessRow): (string | Buffer | null)[] {
  return [
    row.channel,
    row.actorKind,
    row.actorHash,
    row.actorSealed,
    row.dataKeyId,
    row.actorOpd,
    row.app,
    row.subjectHash,
    row.indexKeyId,
    row.reads,
    row.purpose,
    row.basis,
    row.caseId,
    row.outcome,
  ];
}

function reserve(columns: readonly (string | Buffer | null)[]): void {
  let bytes = FIXED_BYTES;
  for (const column of columns) if (column !== null) bytes += column.length * BYTES_PER_UNIT;
  if (bytes > scratch.length) scratch = Buffer.alloc(bytes * 2);
}

function writeInteger(value: number, at: number): number {
  scratch.writeInt32BE(Math.floor(value / 2 ** 32) | 0, at);
  return scratch.writeUInt32BE(value >>> 0, at + 4);
}

function writeColumn(column: string | Buffer | null, at: number): number {
  if (column === null) return scratch.writeUInt32BE(NULL_LENGTH, at);
  const length = typeof column === 'string' ? scratch.write(column, at + 4) : column.copy(scratch, at + 4);
  return scratch.writeUInt32BE(length, at) + length;
}
