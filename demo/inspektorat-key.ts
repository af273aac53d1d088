import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives the public key (JWK) of the simulated Inspektorat. The pair is made at the first start; the private half lies in
 * inspektorat-key.json, which `npm run hub -- levy open` reads. Its id says demo, so that no production hub takes it.
 */
export function makeInspektoratKey(dataDir: string): string {
  const file = join(dataDir, 'inspektorat-key.json');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const kid = `demo-inspektorat-${randomBytes(4).toString('hex')}`;
    placeOnce(file, `${JSON.stringify({ kid, ...privateKey.export({ format: 'jwk' }) })}\n`);
  }
  const { d: _, ...publicKey } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return JSON.stringify(publicKey);
}

/** Puts a whole file where none is: of two processes that start together both read the first one's. */
function placeOnce(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}
