import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { HubError } from './hub-error.ts';

/** What a key is called when it is wrong, and what to do then. */
export interface KeyName {
  readonly name: string;
  readonly fix: string;
}

/** Makes a private key that signs (Ed25519), as text for a setting: PKCS #8 in base64. */
export function createEd25519Text(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/** Reads a private key. @throws HubError CONFIG_INVALID, which does not repeat the text. */
export function readEd25519Private(text: string, called: KeyName): KeyObject {
  return read(called, () => createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' }));
}

/** Reads a public key. @throws HubError CONFIG_INVALID */
export function readEd25519Public(text: string, called: KeyName): KeyObject {
  return read(called, () => createPublicKey({ key: Buffer.from(text.trim(), 'base64'), type: 'spki', format: 'der' }));
}

/** The public half of either key, as text: SPKI in base64. */
export function publicTextOf(key: KeyObject): string {
  return exportPublic(key).toString('base64');
}

/** A short name of the pair, the same for both halves, which tells keys apart and proves nothing. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(exportPublic(key)).digest('base64url').slice(0, 12);
}

function exportPublic(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ type: 'spki', format: 'der' });
}

function read({ name, fix }: KeyName, make: () => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = make();
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new HubError('CONFIG_INVALID', `${name} is not an Ed25519 key in base64`, { fix });
}
