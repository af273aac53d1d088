import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Makes a secret of 256 random bits. */
export function createAppSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of it. A slow hash would protect secrets that people choose, which can be guessed; of 256 random bits
 * nobody tries any share, however fast the hash.
 */
export function hashAppSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

// What is compared with where there is no secret, so that both take their time.
const NOBODYS_HASH = hashAppSecret(createAppSecret());

/** Whether this is the secret; takes as long for none. */
export function isAppSecret(secret: string, kept: Buffer | undefined): boolean {
  const isSame = timingSafeEqual(hashAppSecret(secret), kept ?? NOBODYS_HASH);
  return isSame && kept !== undefined;
}
