import type { TypeCastField } from 'mysql2';
import { CallFailure } from '../../../outbound/index.ts';

/** What stands in a column of one row, not yet decoded where it is text. */
export type RawValue = Buffer | string | number | null;

const NUMBERS = new Set(['TINY', 'SHORT', 'INT24', 'LONG', 'YEAR', 'DOUBLE', 'NULL']);
const MOMENTS = new Set(['DATE', 'NEWDATE', 'DATETIME', 'TIMESTAMP', 'TIME']);
// The driver's metadata of a column says "binary" by this character set.
const BINARY_CHARSET = 63;
const BINARY_TYPES = new Set(['BIT', 'GEOMETRY', 'VECTOR']);
const TEXT_OR_BYTES = new Set([15, 249, 250, 251, 252, 253, 254]);

/** Reads a value as the driver's binary rows hold it, text as its bytes. */
export function readColumn(field: TypeCastField, next: () => unknown): RawValue {
  const { type } = field;
  if (MOMENTS.has(type)) return field.string();
  if (type === 'FLOAT') return shortest(next());
  // A 64-bit integer is text already: the connection is told so.
  if (NUMBERS.has(type) || type === 'LONGLONG') return asPlain(next());
  if (BINARY_TYPES.has(type)) throw new CallFailure('badAnswer', 'a column of bytes that are not text');
  return field.buffer();
}

/** Whether a column holds bytes without a character set. */
export function isBinary({ characterSet, columnType }: { characterSet?: number; columnType?: number }): boolean {
  return characterSet === BINARY_CHARSET && TEXT_OR_BYTES.has(columnType ?? -1);
}

function asPlain(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new CallFailure('badAnswer', 'a column of a type that is not known');
}

/** A 32-bit float as the database writes it: 0.1, not 0.10000000149011612. */
function shortest(value: unknown): number | null {
  if (typeof value !== 'number') return null;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
