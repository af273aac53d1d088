import { readFileSync } from 'node:fs';
import { calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { HubError } from '../../base/hub-error.ts';

/** A new pair of keys for ECDH-ES as JWKs; their id is the thumbprint of the public one (RFC 7638). */
export async function makeKeyPair(): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const textOf = (jwk: JWK): string => JSON.stringify({ kid, ...jwk });
  return { publicKey: textOf(publicJwk), privateKey: textOf(await exportJWK(pair.privateKey)) };
}

/** Reads a private key and gives what opens things with it. @throws HubError BAD_USER_INPUT for a file that is none */
export async function readOpener(file: string): Promise<(jwe: string) => Promise<Buffer>> {
  const key = await importPrivate(file);
  return async (jwe) => {
    try {
      return Buffer.from((await compactDecrypt(jwe, key)).plaintext);
    } catch (cause) {
      throw new HubError('BAD_USER_INPUT', 'This key does not open it: it was sealed to another one.', {
        fix: 'Use the private key that belongs to HUB_INSPEKTORAT_KEY of that time.',
        cause,
      });
    }
  };
}

async function importPrivate(file: string) {
  try {
    const jwk = JSON.parse(readFileSync(file, 'utf8')) as JWK;
    if (jwk.d !== undefined) return await importJWK(jwk, 'ECDH-ES');
  } catch (cause) {
    throw noKey(file, cause);
  }
  throw noKey(file);
}

function noKey(file: string, cause?: unknown): HubError {
  return new HubError('BAD_USER_INPUT', `${file} is no private key`, {
    fix: 'Give the file that npm run hub -- levy key has written.',
    cause,
  });
}
