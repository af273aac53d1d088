import { createClient, NetworkError } from 'graphql-sse';
import { Agent, fetch } from 'undici';
import { CallFailure } from '../../../outbound/index.ts';
import type { SubgraphAnswer, SubgraphEvents } from '../../link.ts';
import { mapEvents } from '../../map-events.ts';

/** Opens subscriptions at one remote subgraph, by server-sent events (graphql-sse, distinct connections). */
export interface RemoteSubscriptions {
  /** The events; the first `next` rejects with a CallFailure when the subgraph refuses or cannot be reached. */
  open(query: string, variables: Record<string, unknown>, headers: Readonly<Record<string, string>>): SubgraphEvents;
  close(): Promise<void>;
}

// A server of this protocol pings every 12 seconds; one that is silent for longer than this is gone.
const SILENCE_MS = 60_000;

/** Creates the way to a subgraph's subscriptions: connections of their own, because each is held for as long as it lasts. */
export function createRemoteSubscriptions(url: string, timeoutMs: number): RemoteSubscriptions {
  const dispatcher = new Agent({
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: SILENCE_MS,
    pipelining: 0,
  });
  const fetchFn: typeof fetch = (input, init) => fetch(input, { ...init, dispatcher });
  return {
    open: (query, variables, headers) => {
      const client = createClient({ url, headers: { ...headers }, fetchFn, retryAttempts: 0 });
      const events = client.iterate({ query, variables });
      return mapEvents(events, (event) => event as SubgraphAnswer, failWith);
    },
    close: () => dispatcher.destroy(),
  };
}

function failWith(reason: unknown): never {
  const status = reason instanceof NetworkError ? reason.response?.status : undefined;
  if (status === 401 || status === 403) throw new CallFailure('denied', 'it does not let this gateway in');
  if (status !== undefined && status < 500)
    throw new CallFailure('badAnswer', `it answered a subscription with HTTP ${status}`);
  throw new CallFailure('unavailable', status === undefined ? 'its events ended' : `it answered with HTTP ${status}`, {
    cause: reason,
  });
}
