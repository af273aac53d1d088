import { CITIZEN_GRANT, DEMO_CLIENT_ID } from './demo-client.ts';

/** Asks a token endpoint for a citizen's token; rejects with the OAuth error in words. */
export async function askForToken(endpoint: string, citizen: string, ttlSeconds: number | undefined): Promise<string> {
  const body = new URLSearchParams({ grant_type: CITIZEN_GRANT, client_id: DEMO_CLIENT_ID, citizen });
  if (ttlSeconds !== undefined) body.set('ttl', String(ttlSeconds));
  const response = await fetch(endpoint, { method: 'POST', body });
  const answer = (await response.json()) as { access_token?: string; error?: string; error_description?: string };
  if (answer.access_token === undefined) throw new Error(`${answer.error}: ${answer.error_description}`);
  return answer.access_token;
}
