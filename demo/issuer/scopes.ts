import type { ClientMetadata } from 'oidc-provider';
import type { DemoPerson } from './people.ts';

/** Scopes that say who somebody is; whoever is not, never gets one. */
const ROLE_SCOPES: readonly string[] = ['citizen', 'officer', 'treasurer', 'mayor', 'auditor', 'operator'];

/** Scopes of the log-in itself; the rest is for the hub. */
export const LOGIN_SCOPES: readonly string[] = ['openid', 'profile', 'offline_access'];

/** The field of a client's metadata that holds its `scope` as it is registered; the demo's own client has none. */
export const HUB_SCOPE = 'hub_scope';

/** What a client may ask the hub for: what it is registered for, or, as the demo's own, what its person is. */
export function listHubScopes(client: Pick<ClientMetadata, string>): string[] {
  const registered = client[HUB_SCOPE];
  if (typeof registered !== 'string') return [...ROLE_SCOPES];
  return registered.split(' ').filter((scope) => scope !== '' && !LOGIN_SCOPES.includes(scope));
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
