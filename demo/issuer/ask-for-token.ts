import { CITIZEN_GRANT, DEMO_CLIENT_ID } from './demo-client.ts';

/** What a token shall be like; without it, as long, as sure and as wide as usual, and for the demo client. */
export interface TokenOptions {
  readonly ttlSeconds?: number | undefined;
  /** `low`, `substantial` or `high`. */
  readonly acr?: string | undefined;
  /** Scopes with blanks between them, fewer than the client may have. */
  readonly scope?: string | undefined;
  readonly clientId?: string | undefined;
}

/** Asks a token endpoint for somebody's token; rejects with the OAuth error in words. */
export async function askForToken(
  endpoint: string,
  aliasOrNik: string,
  { ttlSeconds, acr, scope, clientId = DEMO_CLIENT_ID }: TokenOptions = {},
): Promise<string> {
  const body = new URLSearchParams({ grant_type: CITIZEN_GRANT, client_id: clientId, citizen: aliasOrNik });
  if (ttlSeconds !== undefined) body.set('ttl', String(ttlSeconds));
  if (acr !== undefined) body.set('acr', acr);
  if (scope !== undefined) body.set('scope', scope);
  const response = await fetch(endpoint, { method: 'POST', body });
  const answer = (await response.json()) as { access_token?: string; error?: string; error_description?: string };
  if (answer.access_token === undefined) throw new Error(`${answer.error}: ${answer.error_description}`);
  return answer.access_token;
}
