import { type KeyObject, sign, verify } from 'node:crypto';
import { fingerprintOf } from '../../base/ed25519-key.ts';
import type { ChainPoint } from '../log-row.ts';

/** What the hub once vouched for: at this time the chain stood here. */
export interface Checkpoint extends ChainPoint {
  readonly atMs: number;
}

/** One line of a file of checkpoints as it was found; its signature is not checked yet. */
export interface CheckpointLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Undefined when the line is none. */
  readonly checkpoint: Checkpoint | undefined;
  readonly signature: Buffer;
}

/** Nothing else that is signed reads like this. */
const PURPOSE = 'hub access log checkpoint 1';

/** Writes a checkpoint down, signed, as one line without its end. */
export function formatCheckpoint({ seq, hash, atMs }: Checkpoint, signingKey: KeyObject): string {
  const signature = sign(null, messageOf({ seq, hash, atMs }), signingKey).toString('base64');
  return JSON.stringify({ seq, hash: hash.toString('hex'), atMs, key: fingerprintOf(signingKey), signature });
}

/** Reads one line, whatever it holds. */
export function parseCheckpoint(text: string, line: number): CheckpointLine {
  const { seq, hash, atMs, signature } = parse(text);
  const isWhole = Number.isSafeInteger(seq) && Number.isSafeInteger(atMs) && /^[0-9a-f]{64}$/.test(String(hash));
  return {
    line,
    text,
    checkpoint: isWhole ? { seq: Number(seq), atMs: Number(atMs), hash: Buffer.from(String(hash), 'hex') } : undefined,
    signature: Buffer.from(String(signature), 'base64'),
  };
}

/** Whether the holder of the key's other half wrote this line. */
export function isSigned({ checkpoint, signature }: CheckpointLine, publicKey: KeyObject): boolean {
  return checkpoint !== undefined && verify(null, messageOf(checkpoint), publicKey, signature);
}

function messageOf({ seq, hash, atMs }: Checkpoint): Buffer {
  return Buffer.from(`${PURPOSE}\n${seq}\n${hash.toString('hex')}\n${atMs}`);
}

function parse(text: string): Partial<Record<'seq' | 'hash' | 'atMs' | 'signature', unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
