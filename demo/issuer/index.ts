/**
 * The simulated city's OpenID Connect issuers, one for each realm: INApas, which knows citizens, and the directory of
 * those in office. Each is the only holder of the keys that sign its tokens.
 *
 * A token says who somebody is by an opaque `sub`, how surely by `acr`, and what the hub needs: a citizen's `nik`, or
 * `roles` and `opd` of somebody in office. Apps log people in by authorization code and PKCE on a page of its own, where
 * one picks an invented person. Whoever reaches this server may become any of them, so it listens to this machine only
 * and belongs in no real city. It writes nothing personal into a log or a URL.
 */
export { CITIZEN_GRANT, DEMO_CLIENT_ID } from './demo-client.ts';
export type { DemoPerson } from './people.ts';
export type { Realm } from './realm.ts';
export type { FindClient } from './registered-clients.ts';
export { type Issuer, type IssuerOptions, startIssuer } from './start-issuer.ts';
