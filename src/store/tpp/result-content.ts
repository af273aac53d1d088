import { createHmac } from 'node:crypto';
import type { AllowanceResult, KeptAllowance } from '../../ports/allowances.ts';
import { type KeyRing, open, type SecretKey, seal } from '../personal-data.ts';

/** A result as it lies in its table: sealed, and with a hash that tells whether another is the same. */
export interface SealedResult {
  readonly content: Buffer;
  readonly dataKeyId: string;
  readonly hash: Buffer;
}

export interface ResultRow {
  readonly id: string;
  readonly month: string;
  readonly subject: Buffer;
  readonly standing: KeptAllowance['standing'];
  readonly content: Buffer;
  readonly data_key_id: string;
  readonly computed_at: Date;
  readonly confirmed_at: Date | null;
}

const HASH_BYTES = 16;

/** Seals a result; when its systems were read last is no part of the hash, for that changes without anything else. */
export function sealResult(result: AllowanceResult, subject: Buffer, keys: KeyRing): SealedResult {
  const { sources, ...rest } = result;
  const index = keys.index[0] as SecretKey;
  const hash = createHmac('sha256', index.key)
    .update(`allowance\0${JSON.stringify(rest)}`)
    .digest();
  const { bytes, dataKeyId } = seal(JSON.stringify({ ...rest, sources }), keys.data, contextOf(result.month, subject));
  return { content: bytes, dataKeyId, hash: hash.subarray(0, HASH_BYTES) };
}

/** Opens it again. */
export function openResult(row: ResultRow, keys: KeyRing): KeptAllowance {
  const sealed = { dataKeyId: row.data_key_id, bytes: row.content };
  const result = JSON.parse(open(sealed, keys.data, contextOf(row.month, row.subject))) as AllowanceResult;
  return {
    ...result,
    id: row.id,
    standing: row.standing,
    computedAtMs: row.computed_at.getTime(),
    confirmedAtMs: row.confirmed_at?.getTime(),
  };
}

function contextOf(month: string, subject: Buffer) {
  return ['allowance', month, subject] as const;
}
