import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HubError } from './base/hub-error.ts';
import type { Log } from './base/log.ts';

/** Likewise; Mercurius gives what is wrong with a document as one error that holds the others. */
export function formatSubgraphErrors(error: Error, log: Log): GraphQLFormattedError[] {
  const inner = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if ('errors' in inner && Array.isArray(inner.errors)) return inner.errors.map((one) => formatSubgraphError(one, log));
  return [formatSubgraphError(error, log)];
}

/** Makes of an error what the hub gets: its own error's code, agency and advice; of a fault only a reference. */
export function formatSubgraphError(error: unknown, log: Log): GraphQLFormattedError {
  const inner = unwrap(error);
  const place = error instanceof GraphQLError && error.path ? { path: error.path } : {};
  if (inner instanceof HubError) {
    const { code, opd, fix, retryAfterSeconds } = inner;
    return {
      message: inner.message,
      ...place,
      extensions: {
        code,
        ...(opd && { opd }),
        ...(fix && { fix }),
        ...(retryAfterSeconds !== undefined && { retryAfter: retryAfterSeconds }),
      },
    };
  }
  // GraphQL's own: what does not parse or is not valid, a null where none may be.
  if (inner instanceof GraphQLError) return { message: inner.message, ...place };
  const reference = randomUUID();
  // The message may quote the value that the code stumbled over.
  log.error('fault', { reference, name: inner instanceof Error ? inner.name : typeof inner });
  return {
    message: 'Something went wrong inside the subgraph.',
    ...place,
    extensions: { code: 'INTERNAL', reference },
  };
}

function unwrap(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof GraphQLError && current.originalError; depth++)
    current = current.originalError;
  return current;
}
