import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { hashSubject, hashValue, type KeyRing, open, type SecretKey, seal } from '../personal-data.ts';

/** Hashes and seals what goes into one stream's copies. */
export interface CopyKeys {
  readonly indexKeyId: string;
  /** What a row is filed under. */
  keyOf(key: string): Buffer;
  /** What tells whether a row has changed. */
  hashRow(text: string): Buffer;
  subjectOf(nik: string): Buffer;
  /** Whose a row is that only a linked number tells. */
  linkOf(kind: string, number: string): Buffer;
  sealContent(text: string, key: Buffer): SealedContent;
  /** Where a reading stands, as it is kept: its key may be somebody's number. */
  sealPosition(position: object | undefined): object | undefined;
  /** @throws HubError when its key is no longer there. */
  openPosition(kept: unknown): unknown;
}

interface SealedPosition {
  readonly dataKeyId: string;
  readonly sealed: string;
}

export interface SealedContent {
  readonly content: Buffer;
  /** Null where nothing personal stands in it. */
  readonly dataKeyId: string | null;
}

// Half of SHA-256: as good as a random id, and half the index.
const HASH_BYTES = 16;
const MAX_PLAIN_KEY_BYTES = 64;

/** Creates them; of a stream that holds nobody's data nothing is sealed, and keys lie as they are. */
export function createCopyKeys(stream: string, fingerprint: string, isPersonal: boolean, keys: KeyRing): CopyKeys {
  const current = keys.index[0] as SecretKey;
  const secret = createSecretKey(current.key);
  const prefix = `copy\0${stream}\0`;
  const common = {
    indexKeyId: current.id,
    subjectOf: (nik: string) => hashSubject(nik, current),
    linkOf: (kind: string, number: string) => hashLink(kind, number, current),
  };
  if (!isPersonal) {
    return {
      ...common,
      keyOf: plainKey,
      hashRow: (text) => shorten(hash('sha256', `${fingerprint}\0${text}`, 'binary')),
      sealContent: (text) => ({ content: Buffer.from(text), dataKeyId: null }),
      sealPosition: (position) => position,
      openPosition: (kept) => kept,
    };
  }
  return {
    ...common,
    keyOf: (key) => shortHash(secret, `${prefix}key\0${key}`),
    hashRow: (text) => shortHash(secret, `${prefix}${fingerprint}\0${text}`),
    sealContent: (text, key) => {
      const { bytes, dataKeyId } = seal(text, keys.data, contextOf(stream, key));
      return { content: bytes, dataKeyId };
    },
    sealPosition: (position) => position && sealPosition(stream, position, keys),
    openPosition: (kept) => kept && openPosition(stream, kept as Partial<SealedPosition>, keys),
  };
}

function sealPosition(stream: string, position: object, { data }: KeyRing): SealedPosition {
  const { bytes, dataKeyId } = seal(JSON.stringify(position), data, ['position', stream]);
  return { dataKeyId, sealed: bytes.toString('base64') };
}

function openPosition(stream: string, { dataKeyId, sealed }: Partial<SealedPosition>, { data }: KeyRing): unknown {
  // Kept before positions were sealed, or when nothing of the stream was personal: it is read from its beginning.
  if (dataKeyId === undefined || sealed === undefined) return undefined;
  return JSON.parse(open({ dataKeyId, bytes: Buffer.from(sealed, 'base64') }, data, ['position', stream]));
}

/** The keyed hash of a linked number; the same for every stream that asks by its kind. */
export function hashLink(kind: string, number: string, index: SecretKey): Buffer {
  return hashValue(number, `copy link ${kind}`, index);
}

/** What a copy holds, as text. */
export function openContent(
  stream: string,
  key: Buffer,
  content: Buffer,
  dataKeyId: string | null,
  keys: KeyRing,
): string {
  if (dataKeyId === null) return content.toString('utf8');
  return open({ dataKeyId, bytes: content }, keys.data, contextOf(stream, key));
}

function contextOf(stream: string, key: Buffer): readonly (string | Buffer)[] {
  return ['copy', stream, key];
}

function shortHash(secret: KeyObject, text: string): Buffer {
  return shorten(createHmac('sha256', secret).update(text).digest('binary'));
}

/** From text, because a digest that comes as bytes has memory of its own: twice the time, and more for the collector. */
function shorten(digest: string): Buffer {
  return Buffer.from(digest.slice(0, HASH_BYTES), 'latin1');
}

function plainKey(key: string): Buffer {
  const bytes = Buffer.from(key);
  return bytes.length <= MAX_PLAIN_KEY_BYTES ? bytes : hash('sha256', key, 'buffer');
}
