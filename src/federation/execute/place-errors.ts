import { GraphQLError } from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import type { SubgraphFault } from '../link.ts';
import type { ResponsePath } from '../operation/client-path.ts';

/** Turns a subgraph's error into one of the client's answer, at the given path. */
export function placeFault(fault: SubgraphFault, subgraph: string, path: ResponsePath | undefined): GraphQLError {
  const original = fault.originalError ?? (fault instanceof Error ? fault : undefined);
  return new GraphQLError(String(fault.message), {
    path: path && path.length > 0 ? path : null,
    originalError: original ?? null,
    extensions: { ...fault.extensions, subgraph },
  });
}

/** The error of a fetch that failed as a whole: the link threw, or the subgraph gave no data and no reason. */
export function placeFailure(error: unknown, subgraph: string, path: ResponsePath | undefined): GraphQLError {
  const cause = error instanceof Error ? error : new Error('The subgraph failed without an error');
  const extensions = cause instanceof HubError ? { code: cause.code } : undefined;
  return placeFault({ message: cause.message, originalError: cause, extensions }, subgraph, path);
}
