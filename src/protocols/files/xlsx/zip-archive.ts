import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { CallFailure } from '../../../outbound/index.ts';
import { HalfWritten } from '../half-written.ts';

/** The files in an archive, unpacked only when they are read. */
export interface ZipArchive {
  has(name: string): boolean;
  /** @throws CallFailure badAnswer when it is missing, damaged or unpacks to more than it says, or than `maxBytes`. */
  read(name: string, maxBytes?: number): AsyncIterable<Uint8Array>;
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
  return {
    has: (name) => entries.has(name),
    read: (name, maxBytes = Number.POSITIVE_INFINITY) => {
      const entry = entries.get(name);
      if (!entry) throw new CallFailure('badAnswer', 'its XLSX lacks a part that every XLSX has');
      if (entry.unpackedBytes > maxBytes) throw tooLarge();
      return unpack(bytes, entry);
    },
  };
}

function trimEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && BLANKS.has(bytes[end - 1] ?? 0)) end--;
  return bytes.subarray(0, end);
}

const BLANKS: ReadonlySet<number> = new Set([...'\t\n\r '].map((blank) => blank.charCodeAt(0)));

function readDirectory(bytes: Buffer): Map<string, Entry> {
  // Behind it may be the blanks that a PHP program prints after what it sends.
  const end = findEnd(bytes) ?? findEnd(trimEnd(bytes));
  if (end === undefined) throw new HalfWritten();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (at + bytes.readUInt32LE(end + 12) > end) throw damaged();
  const entries = new Map<string, Entry>();
  for (let read = 0; read < count; read++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw damaged();
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED)
      throw new CallFailure('badAnswer', 'its XLSX is protected by a password');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > end) throw damaged();
    entries.set(
      bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      readEntry(bytes, at, bytes.subarray(nameEnd, extraEnd)),
    );
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const IN_EXTRA_FIELD = 0xffffffff;
const ZIP64_FIELD = 1;

/** Where sizes do not fit, or where a Java program wrote the archive, they stand in an extra field, in this order. */
function readEntry(bytes: Buffer, at: number, extra: Buffer): Entry {
  const large = findField(extra, ZIP64_FIELD);
  let used = 0;
  const readSize = (place: number): number => {
    const size = bytes.readUInt32LE(place);
    if (size !== IN_EXTRA_FIELD) return size;
    if (used + 8 > large.length) throw damaged();
    used += 8;
    return Number(large.readBigUInt64LE(used - 8));
  };
  const unpackedBytes = readSize(at + 24);
  const packedBytes = readSize(at + 20);
  const headerAt = readSize(at + 42);
  const method = bytes.readUInt16LE(at + 10);
  return { method, crc: bytes.readUInt32LE(at + 16), packedBytes, unpackedBytes, headerAt };
}

function findField(extra: Buffer, wanted: number): Buffer {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, end);
    at = end;
  }
  return Buffer.alloc(0);
}

function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    const isEnd = bytes.readUInt32LE(at) === END_SIGNATURE;
    if (isEnd && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return undefined;
}

async function* unpack(bytes: Buffer, entry: Entry): AsyncGenerator<Uint8Array> {
  const { headerAt, packedBytes, method } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== HEADER_SIGNATURE) throw damaged();
  const start = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  if (start + packedBytes > bytes.length || (method !== STORED && method !== DEFLATED)) throw damaged();
  const packed = bytes.subarray(start, start + packedBytes);
  // What the directory says may be wrong, so what really comes out is counted as well.
  let left = entry.unpackedBytes;
  let checksum = 0;
  for await (const piece of method === STORED ? slice(packed) : inflate(packed)) {
    left -= piece.length;
    if (left < 0) throw tooLarge();
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
