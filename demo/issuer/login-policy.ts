import { type Grant, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { reaches, readAcrValues } from './assurance.ts';
import { resourceOf } from './audience.ts';
import type { People } from './people.ts';
import { LOGIN_SCOPES, listHubScopes, narrowScopes } from './scopes.ts';

/** When somebody must log in anew: as OpenID Connect says, and when an app needs to be surer than the last log-in was. */
export function createLoginPolicy(): interactionPolicy.DefaultPolicy {
  const { base, Check, Prompt } = interactionPolicy;
  const policy = base();
  policy.get('login')?.checks.add(
    new Check('assurance_too_low', 'a log-in of a higher level is needed', 'login_required', ({ oidc }) => {
      const { accountId, acr } = oidc.session ?? {};
      return accountId !== undefined && !reaches(acr, readAcrValues(oidc.params?.acr_values).minimum);
    }),
  );
  // The city's apps are all registered by the hub, which asks for consent itself: here only `prompt=consent` is heard.
  policy.remove('consent');
  policy.add(new Prompt({ name: 'consent', requestable: true }));
  return policy;
}

/** Grants an app what it asks for and is registered for, as far as it fits whoever logged in. */
export async function grantToApp(
  { oidc }: KoaContextWithOIDC,
  people: People,
  audience: string,
): Promise<Grant | undefined> {
  const { client, session, provider, requestParamScopes: asked } = oidc;
  const person = session?.accountId === undefined ? undefined : people.findBySubject(session.accountId);
  if (client === undefined || session?.accountId === undefined || person === undefined) return undefined;
  const { accountId } = session;
  const last = session.grantIdFor(client.clientId);
  const known = last === undefined ? undefined : await provider.Grant.find(last);
  const grant = known?.accountId === accountId ? known : new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(LOGIN_SCOPES.filter((scope) => asked.has(scope)).join(' '));
  grant.addResourceScope(resourceOf(audience), narrowScopes(listHubScopes(client), person, asked).join(' '));
  await grant.save();
  return grant;
}
