import { setImmediate } from 'node:timers/promises';
import { CallFailure } from '../../../outbound/index.ts';

export const ENCODINGS = ['utf-8', 'windows-1252', 'latin1', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

// Parsed in a few milliseconds, after which other requests have their turn.
const SLICE_BYTES = 65_536;

/**
 * Decodes bytes piece by piece, without a byte order mark, giving way to other work between the pieces.
 * @throws CallFailure badAnswer for bytes that the encoding does not know: a guess would change somebody's name.
 */
export async function* decodeText(bytes: Uint8Array, encoding: Encoding): AsyncGenerator<string> {
  const decode = createDecoder(encoding);
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    const end = start + SLICE_BYTES;
    const text = decodeSlice(decode, bytes.subarray(start, end), end >= bytes.length, encoding);
    if (text !== '') yield text;
    await setImmediate();
  }
}

type Decode = (bytes: Uint8Array, isLast: boolean) => string;

function createDecoder(encoding: Encoding): Decode {
  // The decoder's own `latin1` is windows-1252.
  if (encoding === 'latin1')
    return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

function decodeSlice(decode: Decode, bytes: Uint8Array, isLast: boolean, encoding: Encoding): string {
  try {
    return decode(bytes, isLast);
  } catch {
    throw new CallFailure('badAnswer', `its file is not text in ${encoding}; the connector file says which it is`);
  }
}
