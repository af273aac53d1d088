/**
 * The simulated city's OpenID Connect issuer: the only holder of the key that signs the demo's tokens.
 *
 * A token says who the citizen is by an opaque `sub` and by the claim `nik`, which the hub needs to ask the agencies.
 * Whoever reaches this server may become any invented citizen, so it listens to this machine only and belongs in no
 * real city. It has no log-in page, keeps no sessions, and writes nothing personal into a log or a URL.
 */
export { CITIZEN_GRANT, DEMO_CLIENT_ID } from './demo-client.ts';
export type { DemoPerson } from './people.ts';
export { type Issuer, type IssuerOptions, startIssuer } from './start-issuer.ts';
