import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { HubError } from '../base/hub-error.ts';

/** Makes a private key that signs checkpoints, as text for HUB_AUDIT_SIGNING_KEY: PKCS #8 in base64. */
export function createAuditKeyText(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/** Reads the key that signs. @throws HubError CONFIG_INVALID, which does not repeat the text. */
export function readAuditSigningKey(text: string): KeyObject {
  return read('HUB_AUDIT_SIGNING_KEY', () =>
    createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' }),
  );
}

/** Reads the key that checks. @throws HubError CONFIG_INVALID */
export function readAuditPublicKey(text: string): KeyObject {
  return read('The public key of the access log', () =>
    createPublicKey({ key: Buffer.from(text.trim(), 'base64'), type: 'spki', format: 'der' }),
  );
}

/** The public half of either key, as text: SPKI in base64. */
export function publicAuditKeyText(key: KeyObject): string {
  return exportPublic(key).toString('base64');
}

/** A short name of the pair, which tells keys apart and proves nothing. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(exportPublic(key)).digest('base64url').slice(0, 12);
}

function exportPublic(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ type: 'spki', format: 'der' });
}

function read(what: string, make: () => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = make();
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new HubError('CONFIG_INVALID', `${what} is not an Ed25519 key in base64`, {
    fix: 'The hub prints its public key with: npm run -s hub -- audit key',
  });
}
