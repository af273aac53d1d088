import { SignJWT } from 'jose';
import { type Clock, systemClock } from '../base/clock.ts';
import type { Caller } from './caller.ts';
import type { Mandate } from './mandate.ts';
import type { SubgraphKey } from './subgraph-key.ts';

/** Vouches for callers to subgraphs on other servers. */
export interface SubgraphTokenSigner {
  /** A token that states the mandate and is good for this subgraph alone, for a minute at most. */
  sign(mandate: Mandate, subgraph: string): Promise<string>;
}

/** What a token says besides its caller. */
export const SUBGRAPH_TOKEN = { issuer: 'hub', type: 'hub-subgraph+jwt', algorithm: 'EdDSA' } as const;

const LIFETIME_SECONDS = 60;
// Signed anew before it could run out on the way.
const REUSE_MS = 30_000;

interface Signed {
  readonly token: Promise<string>;
  readonly untilMs: number;
}

/** Creates the signer; a token is used again for the requests of the same caller that follow within half a minute. */
export function createSubgraphTokenSigner({ id, key }: SubgraphKey, clock: Clock = systemClock): SubgraphTokenSigner {
  // By the caller himself, who is one object for as long as his own token is known.
  const signed = new WeakMap<Caller, Map<string, Signed>>();
  const sign = (mandate: Mandate, subgraph: string, nowMs: number): Promise<string> => {
    const nowSeconds = Math.floor(nowMs / 1000);
    return new SignJWT(describe(mandate))
      .setProtectedHeader({ alg: SUBGRAPH_TOKEN.algorithm, kid: id, typ: SUBGRAPH_TOKEN.type })
      .setIssuer(SUBGRAPH_TOKEN.issuer)
      .setAudience(subgraph)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + LIFETIME_SECONDS)
      .sign(key);
  };
  return {
    sign: (mandate, subgraph) => {
      const nowMs = clock.now();
      const ofCaller = signed.get(mandate.caller) ?? new Map<string, Signed>();
      signed.set(mandate.caller, ofCaller);
      const key = `${subgraph}|${mandate.isConsented}|${mandate.openCase?.id ?? ''}|${mandate.purpose ?? ''}`;
      const known = ofCaller.get(key);
      if (known && nowMs < known.untilMs) return known.token;
      const token = sign(mandate, subgraph, nowMs);
      ofCaller.set(key, { token, untilMs: nowMs + REUSE_MS });
      return token;
    },
  };
}

function describe({ caller, ...mandate }: Mandate): Record<string, unknown> {
  return { caller: describeCaller(caller), ...mandate };
}

function describeCaller(caller: Caller): Record<string, unknown> {
  if (caller.kind === 'anonymous') return { kind: 'anonymous' };
  return { ...caller, scopes: [...caller.scopes], ...(caller.kind === 'staff' && { roles: [...caller.roles] }) };
}
