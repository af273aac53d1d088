import type { FindClient } from './issuer/index.ts';

type Found = Awaited<ReturnType<FindClient>>;

/** A log-in page waits for this; the hub is on the same machine. */
const TIMEOUT_MS = 1000;
/** So short that an app which the hub has struck off cannot log anybody in for long. */
const KEEP_MS = 5000;
/** Apps that are the hub's own pages: they come back to wherever the hub is opened. */
const OWN_PAGES = new Set(['hub-warga', 'hub-kantor']);

/** Asks the hub, which is at the first of its addresses, for the apps that are registered with it; whatever it does not answer for, or while there is none, is no app. */
export function createHubClients(hubOrigins: ReadonlySet<string>, now: () => number = Date.now): FindClient {
  const known = new Map<string, { readonly client: NonNullable<Found>; readonly untilMs: number }>();
  return async (clientId) => {
    for (const [id, { untilMs }] of known) if (untilMs <= now()) known.delete(id);
    const kept = known.get(clientId);
    if (kept !== undefined) return kept.client;
    const [hubUrl] = hubOrigins;
    if (hubUrl === undefined) return undefined;
    const found = await askHub(`${hubUrl}/oauth/clients/${encodeURIComponent(clientId)}`).catch(() => undefined);
    const client = found && OWN_PAGES.has(clientId) ? comeBackTo(found, hubOrigins) : found;
    // Only what was found: an app that has just been registered is known at once.
    if (client !== undefined) known.set(clientId, { client, untilMs: now() + KEEP_MS });
    return client;
  };
}

function comeBackTo(client: NonNullable<Found>, hubOrigins: ReadonlySet<string>): NonNullable<Found> {
  const addresses = [...hubOrigins].map((origin) => `${origin}/session/kembali`);
  return { ...client, redirect_uris: addresses, post_logout_redirect_uris: addresses };
}

async function askHub(url: string): Promise<Found> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (response.ok) return (await response.json()) as Found;
  await response.body?.cancel();
  return undefined;
}
