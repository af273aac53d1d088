import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const IV_BYTES = 12;

/** Encrypts as the service does: AES-256-GCM under SHA-256 of the salt; hex of IV, ciphertext, tag. */
export function seal(plaintext: string, salt: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createHash('sha256').update(salt).digest(), iv);
  return Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('hex');
}
