import { SignJWT } from 'jose';
import type { SubgraphKey } from '../../src/identity/index.ts';

const LIFETIME_MS = 60_000;

/** Vouches for a citizen to all the subgraphs at once, as the hub's token service would for a router that it trusts. */
export function signForSubgraphs(nik: string, subgraphs: readonly string[], { id, key }: SubgraphKey): Promise<string> {
  const expiresMs = Date.now() + LIFETIME_MS;
  const who = { kind: 'citizen', issuer: 'bench', subject: `citizen-${nik.slice(-6)}`, app: 'bench', nik };
  const caller = { ...who, scopes: ['citizen'], assurance: 'substantial', expiresMs };
  return new SignJWT({ caller, purpose: 'bench', isConsented: true, basis: 'self' })
    .setProtectedHeader({ alg: 'EdDSA', kid: id, typ: 'hub-subgraph+jwt' })
    .setIssuer('hub')
    .setAudience([...subgraphs])
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(key);
}
