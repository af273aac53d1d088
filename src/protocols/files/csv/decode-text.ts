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
  refuseOtherMark(bytes, encoding);
  const decode = createDecoder(encoding);
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    const end = start + SLICE_BYTES;
    const text = decodeSlice(decode, bytes.subarray(start, end), end >= bytes.length, encoding);
    if (text !== '') yield text;
    await setImmediate();
  }
}

const MARKS: readonly (readonly [encoding: string, mark: string])[] = [
  ['utf-8', 'efbbbf'],
  ['utf-16le', 'fffe'],
  ['utf-16be', 'feff'],
];

/** To windows-1252 and latin1 all bytes are letters, so that only the mark tells that these would be the wrong ones. */
function refuseOtherMark(bytes: Uint8Array, encoding: Encoding): void {
  const beginning = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  const found = MARKS.find(([, mark]) => beginning.startsWith(mark))?.[0];
  if (found !== undefined && found !== encoding) throw notIn(encoding, `begins as ${found} does: it `);
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
    throw notIn(encoding);
  }
}

function notIn(encoding: Encoding, why = ''): CallFailure {
  return new CallFailure('badAnswer', `its file ${why}is not text in ${encoding}; the connector file says which it is`);
}
