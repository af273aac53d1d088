import { hash } from 'node:crypto';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import type { LegalBasis } from '../ports/access-log.ts';
import { anonymous, assurances, type Caller, staffRoles } from './caller.ts';
import type { Mandate, OpenCase } from './mandate.ts';
import type { SubgraphKey } from './subgraph-key.ts';
import { SUBGRAPH_TOKEN } from './subgraph-token-signer.ts';

export interface SubgraphTokenVerifierOptions {
  /** The subgraph itself: a token for another is refused. */
  readonly subgraph: string;
  /** The hub's public keys: the one in force and, while it changes, the next. */
  readonly hubKeys: readonly SubgraphKey[];
  readonly clock?: Clock;
}

const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_REMEMBERED = 5000;

/** Tells on whose behalf the hub asks. */
export interface SubgraphTokenVerifier {
  /** @throws HubError UNAUTHENTICATED for anything but a token of the hub for this subgraph. */
  verify(authorization: string | undefined): Promise<Mandate>;
}

interface Remembered {
  readonly mandate: Mandate;
  readonly expiresMs: number;
}

/**
 * Creates the verifier of a subgraph on its own server. It lets in nobody but the hub: no token means refused, a citizen's
 * own token too.
 */
export function createSubgraphTokenVerifier(options: SubgraphTokenVerifierOptions): SubgraphTokenVerifier {
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
      if (known && known.expiresMs > clock.now()) return known.mandate;
      const payload = await verify(token, findKey, subgraph, clock.now());
      const mandate = readMandate(payload);
      remembered.set(key, { mandate, expiresMs: (payload.exp ?? 0) * 1000 });
      return mandate;
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

function readMandate({ caller, purpose, openCase, isConsented, basis }: JWTPayload): Mandate {
  return {
    caller: readCaller(caller),
    purpose: isText(purpose) ? purpose : undefined,
    openCase: openCase === undefined ? undefined : readCase(openCase),
    isConsented: isConsented === true,
    basis: isText(basis) ? (basis as LegalBasis) : undefined,
  };
}

function readCase(openCase: unknown): OpenCase {
  const { id, kind, nik, opd, purpose, basis, untilMs } = (openCase ?? {}) as Record<string, unknown>;
  if (!isText(id) || !isText(nik) || !isText(purpose) || !isText(basis) || typeof untilMs !== 'number')
    throw refuse('The token names no case.');
  if (kind !== 'case' && kind !== 'break-glass') throw refuse('The token names no case.');
  return { id, kind, nik, purpose, basis: basis as LegalBasis, untilMs, opd: isText(opd) ? opd : undefined };
}

function readCaller(caller: unknown): Caller {
  const { kind, nik, opd, roles, scopes, ...rest } = (caller ?? {}) as Record<string, unknown>;
  if (kind === 'anonymous') return anonymous;
  const { issuer, subject, app, expiresMs } = rest;
  const assurance = assurances.find((one) => one === rest.assurance);
  if (!isText(issuer) || !isText(subject) || !isText(app) || !Array.isArray(scopes) || typeof expiresMs !== 'number')
    throw refuse('The token names no caller.');
  if (!assurance) throw refuse('The token does not say how sure its issuer was of the caller.');
  const known = { issuer, subject, app, assurance, scopes: new Set(scopes.map(String)), expiresMs };
  if (kind === 'application') return { ...known, kind };
  if (kind === 'staff' && Array.isArray(roles))
    return {
      ...known,
      kind,
      roles: new Set(staffRoles.filter((role) => roles.includes(role))),
      opd: isText(opd) ? opd : undefined,
    };
  if (kind === 'citizen' && isText(nik) && /^\d{16}$/.test(nik)) return { ...known, kind, nik };
  throw refuse('The token names no caller.');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function refuse(message: string, cause?: unknown): HubError {
  return new HubError('UNAUTHENTICATED', message, {
    fix: "Compare HUB_SUBGRAPH_HUB_KEYS here with what the hub prints: npm run -s hub -- subgraph key; and both servers' clocks.",
    cause,
  });
}
