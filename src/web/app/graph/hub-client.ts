import { Client, fetchExchange, makeOperation, mapExchange, type Operation } from '@urql/core';
import type { Session } from './session.ts';

/**
 * Creates the client of the public graph for one kind of session. Nothing is cached: the hub answers from its own
 * copies fast enough, and personal data does not stay in a browser that several people use.
 */
export function createHubClient(session: Session, purpose: string): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: {
        ...session.headers(),
        ...(session.get().status === 'open' && { 'hub-purpose': purpose }),
        'accept-language': document.documentElement.lang,
      },
    }),
    exchanges: [
      mapExchange({
        onOperation: underCase,
        onError: (error) => {
          const codes = error.graphQLErrors.map(({ extensions }) => extensions?.code);
          if (codes.includes('SESSION_EXPIRED')) session.expire();
          // Another tab has logged in anew: it is found out who is there now.
          if (codes.includes('CSRF_REFUSED')) void session.refresh();
        },
      }),
      fetchExchange,
    ],
  });
}

/** An operation that is asked under a case names it, and no other does. */
function underCase(operation: Operation): Operation {
  const { caseId, fetchOptions } = operation.context;
  if (typeof caseId !== 'string') return operation;
  const options = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
  const headers = new Headers(options?.headers);
  headers.set('hub-case', caseId);
  return makeOperation(operation.kind, operation, {
    ...operation.context,
    fetchOptions: { ...options, headers: Object.fromEntries(headers) },
  });
}
