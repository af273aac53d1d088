import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** What must outlive a restart, or every token and every `sub` would change. */
export interface IssuerKeys {
  readonly signingKey: JWK & { readonly kid: string };
  readonly subjectSecret: string;
}

/** Reads the keys from the folder, making them on the first start; only the user of the demo can read the file. */
export async function openIssuerKeys(dataDir: string): Promise<IssuerKeys> {
  const path = join(dataDir, 'keys.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return parseKeys(text, path);

  const keys = await createKeys();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // Renamed into place, so that a start cut short leaves no half a key behind.
  await writeFile(`${path}.partial`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${path}.partial`, path);
  return keys;
}

async function createKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signingKey = { ...jwk, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  return { signingKey, subjectSecret: randomBytes(32).toString('base64url') };
}

function parseKeys(text: string, path: string): IssuerKeys {
  try {
    const keys = JSON.parse(text) as Partial<IssuerKeys>;
    if (typeof keys.signingKey?.kid === 'string' && typeof keys.subjectSecret === 'string') return keys as IssuerKeys;
  } catch {
    // The same remedy for both kinds of damage; the parser's message would quote the file.
  }
  throw new Error(`The issuer's key file ${path} is damaged: remove it, and new keys are made (old tokens end)`);
}
