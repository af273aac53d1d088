import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { HubError } from '../../base/hub-error.ts';

/** Seals bytes to Inspektorat's public key; the hub cannot open them again. @throws HubError OPD_UNAVAILABLE without a key */
export type InspektoratSeal = (content: Uint8Array) => Promise<string>;

/** Creates the seal of Inspektorat's public key, a JWK as `hub -- levy key` prints it (ECDH-ES, A256GCM). */
export function createInspektoratSeal(publicKey: string | undefined): InspektoratSeal {
  if (!publicKey) return async () => refuse();
  const jwk = JSON.parse(publicKey) as JWK;
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', ...(jwk.kid && { kid: jwk.kid }) };
  return async (content) =>
    new CompactEncrypt(content).setProtectedHeader(header).encrypt(await importJWK(jwk, header.alg));
}

function refuse(): never {
  throw new HubError('OPD_UNAVAILABLE', 'Reports cannot be sealed: the hub has no key of Inspektorat.', {
    fix: 'Set HUB_INSPEKTORAT_KEY to the public key that npm run hub -- levy key has made for Inspektorat.',
    opd: 'inspektorat',
  });
}
