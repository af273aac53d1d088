import { setTimeout as pause } from 'node:timers/promises';
import { CallFailure, createCircuitBreaker, createGate, createTransport } from '../../../outbound/index.ts';
import type { SubgraphAnswer } from '../../link.ts';
import { readSubgraphAnswer } from './read-subgraph-answer.ts';

/** What calls to one subgraph may take. */
export interface RemoteLimits {
  /** From the moment the engine asks: waiting for a turn and further attempts are within it. */
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly maxWaiting: number;
  readonly maxAnswerBytes: number;
  /** Further attempts at a query; a mutation is sent once. */
  readonly retries: number;
  /** Failed attempts in a row after which the subgraph is left alone, and for how long. */
  readonly failuresToOpen: number;
  readonly openMs: number;
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
const FIRST_PAUSE_MS = 25;

/** Opens the way to a subgraph: gate, then circuit breaker, then connection, for each attempt. */
export function createSubgraphCall(url: string, given: Partial<RemoteLimits> = {}): SubgraphCall {
  const limits = { ...defaultRemoteLimits, ...given };
  const { timeoutMs, concurrency, maxWaiting } = limits;
  const { origin, pathname, search } = new URL(url);
  const transport = createTransport(origin, limits);
  const gate = createGate({ concurrency, maxWaiting, maxWaitMs: timeoutMs });
  const breaker = createCircuitBreaker({ failures: limits.failuresToOpen, openMs: limits.openMs });

  const attempt = ({ body, headers, isQuery }: SubgraphRequest, deadlineMs: number): Promise<SentAnswer> => {
    const request = {
      method: 'POST' as const,
      path: pathname + search,
      headers: { ...headers, ...HEADERS },
      body,
      isRead: isQuery,
      deadlineMs,
    };
    const send = async (): Promise<SentAnswer> => {
      const answer = await transport.send(request);
      return { answer: readSubgraphAnswer(answer), reread: () => readSubgraphAnswer(answer) };
    };
    return gate.pass(() => breaker.run(send));
  };
  return {
    send: async (request) => {
      const deadlineMs = Date.now() + timeoutMs;
      for (let retry = 0; ; retry++) {
        try {
          return await attempt(request, deadlineMs);
        } catch (error) {
          const pauseMs = FIRST_PAUSE_MS * 2 ** retry * (0.5 + Math.random());
          const isLast = !request.isQuery || retry >= limits.retries || Date.now() + pauseMs >= deadlineMs;
          if (isLast || !mayPass(error)) throw error;
          await pause(pauseMs);
        }
      }
    },
    close: () => transport.close(),
  };
}

/** Worth another attempt: it did not answer, and did not say when it will. */
function mayPass(error: unknown): boolean {
  return error instanceof CallFailure && error.kind === 'unavailable' && error.retryAfterSeconds === undefined;
}
