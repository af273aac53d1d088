/**
 * Log-in sessions of the hub's own pages: a browser has a cookie, the tokens stay here, sealed. It logs people in at their
 * issuer, keeps what they were given, and puts their token on the requests of these pages, so that the hub knows them as it
 * knows any app. It refuses to take the cookie alone for anything, decides nothing about what may be seen, verifies no
 * token, and gives none to a browser.
 */
export type { IssuerSettings } from './issuer-client.ts';
export { registerSessions } from './register-sessions.ts';
