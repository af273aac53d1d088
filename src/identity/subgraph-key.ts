import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { HubError } from '../base/hub-error.ts';

/** A key of a pair with which the hub signs (Ed25519): for a caller to a subgraph on another server, or for an application. */
export interface SubgraphKey {
  /** The same for both halves of a pair. */
  readonly id: string;
  readonly key: KeyObject;
}

/** Makes a private key, as text for a setting: PKCS #8 in base64. */
export function createSubgraphKeyText(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/** Reads a private key. @throws HubError CONFIG_INVALID, which does not repeat the text. */
export function readSigningKey(text: string, setting = 'HUB_SUBGRAPH_SIGNING_KEY'): SubgraphKey {
  const key = read(setting, () => createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' }));
  return { id: idOf(createPublicKey(key)), key };
}

/** Reads a public key. @throws HubError CONFIG_INVALID */
export function readHubKey(text: string): SubgraphKey {
  const key = read('HUB_SUBGRAPH_HUB_KEYS', () =>
    createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' }),
  );
  return { id: idOf(key), key };
}

/** The public half, as text for the setting of a subgraph: SPKI in base64. */
export function publicTextOf({ key }: SubgraphKey): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

function read(setting: string, make: () => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = make();
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new HubError('CONFIG_INVALID', `${setting} is not an Ed25519 key in base64`, {
    fix: 'The hub prints its public key with: npm run -s hub -- subgraph key',
  });
}

function idOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 12);
}
