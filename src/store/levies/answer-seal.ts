import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import { deriveAnswerSecret } from './receipt.ts';

/** PKCS #8 of an X25519 key (RFC 8410), up to its 32 bytes. */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The public half of a receipt's key, as it is kept beside the report. */
export function makeAnswerKey(letters: string): string {
  return JSON.stringify(createPublicKey(privateKeyOf(letters)).export({ format: 'jwk' }));
}

/** Seals an answer so that only the receipt opens it: whoever answers does not know it. */
export async function sealAnswer(answer: string, answerKey: string): Promise<string> {
  const key = await importJWK(JSON.parse(answerKey) as JsonWebKey, 'ECDH-ES');
  return new CompactEncrypt(Buffer.from(answer)).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' }).encrypt(key);
}

/** Opens an answer with the letters of its receipt. */
export async function openAnswer(sealed: string, letters: string): Promise<string> {
  const key = await importJWK(privateKeyOf(letters).export({ format: 'jwk' }), 'ECDH-ES');
  return Buffer.from((await compactDecrypt(sealed, key)).plaintext).toString();
}

function privateKeyOf(letters: string): KeyObject {
  const der = Buffer.concat([PKCS8_X25519, deriveAnswerSecret(letters)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}
