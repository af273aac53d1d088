import { createGuard, createTransport, type GuardLimits } from '../../../outbound/index.ts';
import type { SubgraphAnswer } from '../../link.ts';
import { readSubgraphAnswer } from './read-subgraph-answer.ts';

/** What calls to one subgraph may take. */
export interface RemoteLimits extends GuardLimits {
  readonly maxAnswerBytes: number;
}

export const defaultRemoteLimits: RemoteLimits = {
  timeoutMs: 5000,
  concurrency: 64,
  maxWaiting: 2000,
  maxAnswerBytes: 10_000_000,
  retries: 2,
  // A query makes up to three attempts: one client alone should not be what shuts a subgraph off.
  failuresToOpen: 10,
  openMs: 5000,
};

export interface SubgraphRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly isQuery: boolean;
}

export interface SentAnswer {
  readonly answer: SubgraphAnswer;
  /** The same answer once more, sharing nothing with the first. */
  reread(): SubgraphAnswer;
}

/** Sends operations to one subgraph. */
export interface SubgraphCall {
  /** @throws CallFailure within the timeout when there is no usable answer. */
  send(request: SubgraphRequest): Promise<SentAnswer>;
  close(): Promise<void>;
}

const HEADERS = {
  'content-type': 'application/json',
  // The older type last: it cannot tell a GraphQL error from a proxy's page by its status (GraphQL over HTTP, 6.4).
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

/** Opens the way to a subgraph: a guard, then a connection. */
export function createSubgraphCall(url: string, given: Partial<RemoteLimits> = {}): SubgraphCall {
  const limits = { ...defaultRemoteLimits, ...given };
  const { origin, pathname, search } = new URL(url);
  const transport = createTransport(origin, limits);
  const guard = createGuard(limits);
  return {
    send: ({ body, headers, isQuery }) =>
      guard.pass(isQuery, async (deadlineMs) => {
        const answer = await transport.send({
          method: 'POST',
          path: pathname + search,
          headers: { ...headers, ...HEADERS },
          body,
          isRead: isQuery,
          deadlineMs,
        });
        return { answer: readSubgraphAnswer(answer), reread: () => readSubgraphAnswer(answer) };
      }),
    close: () => transport.close(),
  };
}
