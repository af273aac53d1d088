import type { Client } from 'oidc-provider';
import type { DemoPerson } from './people.ts';

/** Scopes that say who somebody is; whoever is not, never gets one. */
const ROLE_SCOPES: readonly string[] = ['citizen', 'officer', 'mayor', 'auditor', 'operator'];

/** Scopes of the log-in itself; the rest is for the hub. */
export const LOGIN_SCOPES: readonly string[] = ['openid', 'offline_access'];

/** What a client may ask the hub for: what it is registered for, or, as the demo's own, what its person is. */
export function listHubScopes({ scope }: Pick<Client, 'scope'>): string[] {
  return scope === undefined ? [...ROLE_SCOPES] : scope.split(' ').filter((one) => !LOGIN_SCOPES.includes(one));
}

/** Narrows scopes to those that fit the person, and to those asked for where something was asked for. */
export function narrowScopes(
  scopes: readonly string[],
  { roles }: DemoPerson,
  asked: ReadonlySet<string> | undefined,
): string[] {
  const own: readonly string[] = roles ?? ['citizen'];
  return scopes.filter((scope) => (!ROLE_SCOPES.includes(scope) || own.includes(scope)) && (asked?.has(scope) ?? true));
}
