import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { CallFailure } from '../../../outbound/index.ts';
import { HalfWritten } from '../half-written.ts';

/** The files in an archive, unpacked only when they are read. */
export interface ZipArchive {
  has(name: string): boolean;
  /** @throws CallFailure badAnswer when it is missing, damaged or unpacks to too much. */
  read(name: string): AsyncIterable<Uint8Array>;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
// Its XML is parsed in a few milliseconds, after which other requests have their turn.
const PIECE_BYTES = 65_536;

/**
 * Opens an archive by the directory at its end, which is written last.
 * @throws HalfWritten when there is none; CallFailure badAnswer when its files unpack to too much
 */
export function openZip(bytes: Buffer, maxUnpackedBytes: number): ZipArchive {
  const entries = readDirectory(bytes);
  let declared = 0;
  for (const { unpackedBytes } of entries.values()) declared += unpackedBytes;
  if (declared > maxUnpackedBytes) throw tooLarge();
  // What the directory says may be wrong, so what really comes out is counted as well.
  const budget = { left: maxUnpackedBytes };
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw new CallFailure('badAnswer', 'its XLSX lacks a part that every XLSX has');
      return unpack(bytes, entry, budget);
    },
  };
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (at + bytes.readUInt32LE(end + 12) > end) throw damaged();
  const entries = new Map<string, Entry>();
  for (let read = 0; read < count; read++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw damaged();
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED)
      throw new CallFailure('badAnswer', 'its XLSX is protected by a password');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'), {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    const isEnd = bytes.readUInt32LE(at) === END_SIGNATURE;
    if (isEnd && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw new HalfWritten();
}

async function* unpack(bytes: Buffer, entry: Entry, budget: { left: number }): AsyncGenerator<Uint8Array> {
  const { headerAt, packedBytes, method } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== HEADER_SIGNATURE) throw damaged();
  const start = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  if (start + packedBytes > bytes.length || (method !== STORED && method !== DEFLATED)) throw damaged();
  const packed = bytes.subarray(start, start + packedBytes);
  let checksum = 0;
  for await (const piece of method === STORED ? slice(packed) : inflate(packed)) {
    budget.left -= piece.length;
    if (budget.left < 0) throw tooLarge();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.crc) throw damaged();
}

async function* slice(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: PIECE_BYTES }));
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw error instanceof CallFailure ? error : damaged();
  }
}

function damaged(): CallFailure {
  return new CallFailure('badAnswer', 'its XLSX is damaged');
}

function tooLarge(): CallFailure {
  return new CallFailure('badAnswer', 'its XLSX unpacks to more than the hub reads');
}
