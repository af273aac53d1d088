import { hash } from 'node:crypto';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import { anonymous, type Caller } from './caller.ts';
import type { SubgraphKey } from './subgraph-key.ts';
import { SUBGRAPH_TOKEN } from './subgraph-token-signer.ts';
import type { TokenVerifier } from './token-verifier.ts';

export interface SubgraphTokenVerifierOptions {
  /** The subgraph itself: a token for another is refused. */
  readonly subgraph: string;
  /** The hub's public keys: the one in force and, while it changes, the next. */
  readonly hubKeys: readonly SubgraphKey[];
  readonly clock?: Clock;
}

const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_REMEMBERED = 5000;

interface Remembered {
  readonly caller: Caller;
  readonly expiresMs: number;
}

/**
 * Creates the verifier of a subgraph on its own server. It lets in nobody but the hub: no token means refused, a citizen's
 * own token too.
 */
export function createSubgraphTokenVerifier(options: SubgraphTokenVerifierOptions): TokenVerifier {
  const { subgraph, hubKeys, clock = systemClock } = options;
  const remembered = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED });
  const findKey: JWTVerifyGetKey = ({ kid }) => {
    const known = hubKeys.find(({ id }) => id === kid);
    if (!known) throw new errors.JWKSNoMatchingKey();
    return known.key;
  };
  return {
    verify: async (authorization) => {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
      if (!token) throw refuse('Only the hub may ask this subgraph.');
      const key = hash('sha256', token, 'base64');
      const known = remembered.get(key);
      if (known && known.expiresMs > clock.now()) return known.caller;
      const payload = await verify(token, findKey, subgraph, clock.now());
      const caller = readCaller(payload);
      remembered.set(key, { caller, expiresMs: (payload.exp ?? 0) * 1000 });
      return caller;
    },
  };
}

async function verify(token: string, findKey: JWTVerifyGetKey, audience: string, nowMs: number): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, findKey, {
      audience,
      issuer: SUBGRAPH_TOKEN.issuer,
      typ: SUBGRAPH_TOKEN.type,
      algorithms: [SUBGRAPH_TOKEN.algorithm],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'iat'],
    });
    return payload;
  } catch (cause) {
    throw refuse('This token is not one of the hub for this subgraph.', cause);
  }
}

function readCaller({ caller }: JWTPayload): Caller {
  const { kind, subject, nik, opd, scopes, expiresMs } = (caller ?? {}) as Record<string, unknown>;
  if (kind === 'anonymous') return anonymous;
  if (typeof subject !== 'string' || !Array.isArray(scopes) || typeof expiresMs !== 'number')
    throw refuse('The token names no caller.');
  const known = { subject, scopes: new Set(scopes.map(String)), expiresMs };
  if (kind === 'staff') return { ...known, kind, opd: typeof opd === 'string' ? opd : undefined };
  if (kind === 'citizen' && typeof nik === 'string' && /^\d{16}$/.test(nik)) return { ...known, kind, nik };
  throw refuse('The token names no caller.');
}

function refuse(message: string, cause?: unknown): HubError {
  return new HubError('UNAUTHENTICATED', message, {
    fix: "Compare HUB_SUBGRAPH_HUB_KEYS here with what the hub prints: npm run -s hub -- subgraph key; and both servers' clocks.",
    cause,
  });
}
