import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { placeFile } from '../place-file.ts';

type SigningKey = JWK & { readonly kid: string };

/** What must outlive a restart, or every token and every `sub` would change. */
export interface IssuerKeys {
  readonly signingKey: SigningKey;
  /** Sign nothing any more; their public halves stay published, so that tokens from before still verify. */
  readonly retiredKeys?: readonly SigningKey[];
  readonly subjectSecret: string;
}

/** Reads the keys from the folder, making them on the first start; only the user of the demo can read the file. */
export async function openIssuerKeys(dataDir: string, alg: string): Promise<IssuerKeys> {
  const path = fileIn(dataDir);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return parseKeys(text, path);
  const keys = { signingKey: await createSigningKey(alg), subjectSecret: randomBytes(32).toString('base64url') };
  await saveKeys(dataDir, keys);
  return keys;
}

/** Puts a new signing key in the place of the old one, which is forgotten where `drop` says so. */
export async function rotateIssuerKeys(
  dataDir: string,
  { signingKey, retiredKeys = [], subjectSecret }: IssuerKeys,
  alg: string,
  drop: boolean,
): Promise<IssuerKeys> {
  const rotated = {
    signingKey: await createSigningKey(alg),
    retiredKeys: drop ? [] : [signingKey, ...retiredKeys],
    subjectSecret,
  };
  await saveKeys(dataDir, rotated);
  return rotated;
}

async function saveKeys(dataDir: string, keys: IssuerKeys): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  placeFile(fileIn(dataDir), JSON.stringify(keys));
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'keys.json');
}

async function createSigningKey(alg: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
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
