import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../base/clock.ts';

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** The public keys of one issuer, as it publishes them now. */
export interface IssuerKeys {
  /** Finds the key that a token names. @throws IssuerSilent when the issuer would have to be asked and does not answer. */
  readonly find: JWTVerifyGetKey;
}

/** An issuer whose keys cannot be had; not the fault of whoever brings a token. */
export class IssuerSilent extends Error {}

// A key that the issuer has withdrawn verifies nothing for longer than this.
const KEEP_MS = 600_000;
// Anybody can make tokens that name keys nobody has: the issuer is asked because of them this often at most.
const COOLDOWN_MS = 5000;
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 256 * 1024;

/**
 * Creates the source of an issuer's keys: found by discovery when the first token comes, again every ten minutes and when
 * a token names a key that is not among them. jose's own remote set reads the system's clock, and asks again for every
 * such token while the issuer is down.
 */
export function createIssuerKeys(issuer: string, clock: Clock): IssuerKeys {
  let keys: KeySet | undefined;
  let keysSinceMs = 0;
  let askedMs = Number.NEGATIVE_INFINITY;
  let failure: IssuerSilent | undefined;
  let asking: Promise<KeySet> | undefined;

  const ask = (): Promise<KeySet> => {
    if (asking) return asking;
    askedMs = clock.now();
    asking = fetchKeys(issuer)
      .then(
        (fresh) => {
          [keys, keysSinceMs, failure] = [fresh, clock.now(), undefined];
          return fresh;
        },
        (cause: unknown) => {
          failure = new IssuerSilent('The issuer’s keys cannot be had', { cause });
          throw failure;
        },
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };

  return {
    find: async (header, token) => {
      const isFresh = keys !== undefined && clock.now() - keysSinceMs < KEEP_MS;
      const known = isFresh && keys ? keys : await ask();
      try {
        return await known(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        if (asking) return (await asking)(header, token);
        if (clock.now() - askedMs >= COOLDOWN_MS) return (await ask())(header, token);
        throw failure ?? error;
      }
    },
  };
}

async function fetchKeys(issuer: string): Promise<KeySet> {
  const metadata = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri: address } = (metadata ?? {}) as { issuer?: unknown; jwks_uri?: unknown };
  if (named !== issuer || typeof address !== 'string' || !URL.canParse(address))
    throw new Error('The discovery document is another issuer’s');
  if (new URL(issuer).protocol === 'https:' && new URL(address).protocol !== 'https:')
    throw new Error('The issuer gives its keys without TLS');
  return createLocalJWKSet((await fetchJson(address)) as JSONWebKeySet);
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (response.status !== 200 || !response.body) throw new Error(`The issuer answers ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error('The issuer answers too much');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
