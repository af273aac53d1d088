import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { HubError } from '../base/hub-error.ts';

/** A 256-bit key and the name that travels with everything it made. */
export interface SecretKey {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * The keys in use, the current one first. Index keys make hashes that join, data keys encrypt what is shown; the two
 * rotate apart, because whoever guesses NIKs needs the first, and whoever reads values the second.
 */
export interface KeyRing {
  readonly index: readonly SecretKey[];
  readonly data: readonly SecretKey[];
}

/** An encrypted value, with the id of the key that opens it. */
export interface Sealed {
  readonly dataKeyId: string;
  /** One byte of format version, the nonce, the tag, then the ciphertext. */
  readonly bytes: Buffer;
}

/** What a value belongs to; sealed bytes copied to another row do not open there. */
export type SealContext = readonly (string | Buffer)[];

const KEY_BYTES = 32;
const FORMAT = 1;
/** The nonce length for which AES-GCM is defined without an extra hash. Random, so a key serves 2^32 values at most. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHERTEXT_AT = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * Refuses a ring that would lose data or protect none: an empty list, a short key, an id twice, a key for both uses.
 * @throws HubError CONFIG_INVALID that names the key by its id.
 */
export function checkKeyRing(ring: KeyRing): void {
  const invalid = (problem: string): HubError =>
    new HubError('CONFIG_INVALID', problem, { fix: `Give each use its own keys of ${KEY_BYTES} random bytes.` });
  for (const use of ['index', 'data'] as const) {
    const keys = ring[use];
    if (keys.length === 0) throw invalid(`There is no ${use} key`);
    const short = keys.find(({ key }) => key.length !== KEY_BYTES);
    if (short !== undefined) throw invalid(`The ${use} key "${short.id}" is not ${KEY_BYTES} bytes long`);
    if (new Set(keys.map(({ id }) => id)).size < keys.length) throw invalid(`Two ${use} keys have the same id`);
  }
  const shared = ring.index.find(({ key }) => ring.data.some((other) => other.key.equals(key)));
  if (shared !== undefined) throw invalid(`The index key "${shared.id}" is a data key as well`);
}

/**
 * Returns the keyed hash under which everything about a citizen is filed.
 * @throws HubError BAD_USER_INPUT for anything but 16 digits: the hash of a mistyped NIK would silently match nothing.
 */
export function hashSubject(nik: string, { key }: SecretKey): Buffer {
  const known = subjectsOf(key).get(nik);
  if (known) return known;
  if (!/^\d{16}$/.test(nik)) throw new HubError('BAD_USER_INPUT', 'A NIK is 16 digits of text');
  const hash = createHmac('sha256', keyObjectOf(key)).update(`subject\0${nik}`).digest();
  subjectsOf(key).set(nik, hash);
  return hash;
}

// Whoever is asked for is asked for again soon, and everything about him is filed under this hash.
const MAX_SUBJECTS = 20_000;
const subjects = new WeakMap<Buffer, LRUCache<string, Buffer>>();

function subjectsOf(key: Buffer): LRUCache<string, Buffer> {
  let known = subjects.get(key);
  if (!known) {
    known = new LRUCache({ max: MAX_SUBJECTS });
    subjects.set(key, known);
  }
  return known;
}

/** Returns the keyed hash that tells whether a value is already there, without decrypting any. */
export function hashValue(value: string, kind: string, { key }: SecretKey): Buffer {
  return createHmac('sha256', keyObjectOf(key)).update(`value\0${kind}\0${value}`).digest();
}

// Made of a Buffer at every call, the key costs five times the hash, and twice the cipher.
const keyObjects = new WeakMap<Buffer, KeyObject>();

function keyObjectOf(key: Buffer): KeyObject {
  let object = keyObjects.get(key);
  if (!object) {
    object = createSecretKey(key);
    keyObjects.set(key, object);
  }
  return object;
}

// Random bytes for so many nonces are fetched at once: a call for each costs as much as a hash.
const NONCES_AT_ONCE = 256;
let nonces = Buffer.alloc(0);

function takeNonce(): Buffer {
  if (nonces.length < NONCE_BYTES) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

/** Encrypts a text (AES-256-GCM) under the first key, bound to its context. */
export function seal(value: string, keys: readonly SecretKey[], context: SealContext): Sealed {
  return sealBytes(Buffer.from(value), keys, context);
}

/** Encrypts bytes the same way. */
export function sealBytes(value: Buffer, keys: readonly SecretKey[], context: SealContext): Sealed {
  const [current] = keys;
  if (current === undefined) throw new HubError('CONFIG_INVALID', 'There is no data key');
  const nonce = takeNonce();
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(current.key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(encodeContext(current.id, context));
  const ciphertext = Buffer.concat([cipher.update(value), cipher.final()]);
  const bytes = Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), ciphertext]);
  return { dataKeyId: current.id, bytes };
}

/**
 * Returns the text that was sealed in this context.
 * @throws HubError as `openBytes`.
 */
export function open(sealed: Sealed, keys: readonly SecretKey[], context: SealContext): string {
  return openBytes(sealed, keys, context).toString('utf8');
}

/**
 * Returns the bytes that were sealed in this context.
 * @throws HubError CONFIG_INVALID when its key is not among the keys, INTERNAL when the bytes or the context differ.
 */
export function openBytes(sealed: Sealed, keys: readonly SecretKey[], context: SealContext): Buffer {
  const { dataKeyId, bytes } = sealed;
  const key = keys.find(({ id }) => id === dataKeyId)?.key;
  if (key === undefined) {
    throw new HubError('CONFIG_INVALID', `There is no data key "${dataKeyId}", and stored values need it`, {
      fix: 'Add it to the data keys again; it may go only when no row carries its id.',
    });
  }
  try {
    if (bytes[0] !== FORMAT) throw new Error(`unknown format ${bytes[0]}`);
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(encodeContext(dataKeyId, context));
    decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, CIPHERTEXT_AT));
    return Buffer.concat([decipher.update(bytes.subarray(CIPHERTEXT_AT)), decipher.final()]);
  } catch (cause) {
    throw new HubError('INTERNAL', 'A stored value does not open: it was changed, moved, or its key was replaced', {
      fix: 'Check that the data key with this id is the one that sealed it, then fetch the value from its source again.',
      cause,
    });
  }
}

/** Each part with its length, so that no two different contexts read the same. */
function encodeContext(keyId: string, context: SealContext): Buffer {
  const parts = [keyId, ...context].flatMap((part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat([Buffer.of(FORMAT), ...parts]);
}
