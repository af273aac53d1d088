import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { HubError } from '../base/hub-error.ts';
import type { Log } from '../base/log.ts';
import { type FormatError, findHubError, isUnexpected, logFault } from './errors.ts';

/**
 * Creates the error formatter of a gateway that serves anybody's supergraph: what a subgraph wrote for its clients goes
 * through with its extensions, and only faults of the gateway itself are hidden.
 */
export function createPlainErrorFormatter(log: Log): FormatError {
  return (formatted, error) => {
    const known = findHubError(error);
    const code = String(formatted.extensions?.code ?? 'INTERNAL');
    if (known ? known.code === 'INTERNAL' : isUnexpected(error, code)) return mask(formatted, error, log);
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions: { ...extensions, ...(known && describe(known)) } };
  };
}

function describe({ code, fix, retryAfterSeconds }: HubError) {
  return { code, ...(fix && { fix }), ...(retryAfterSeconds !== undefined && { retryAfter: retryAfterSeconds }) };
}

function mask(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const reference = randomUUID();
  logFault(log, reference, error);
  const message = 'Something went wrong inside the gateway.';
  return { ...formatted, message, extensions: { code: 'INTERNAL', reference } };
}
