import { GraphQLError } from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import type { SubgraphFault } from '../link.ts';
import type { ResponsePath, ToClientPath } from '../operation/client-path.ts';
import type { Run } from './run.ts';

/** Places the errors of one subgraph in the client's answer. */
export interface ErrorPlacer {
  /** An error that the subgraph gave, at a path of the merged data. */
  placeFault(run: Run, fault: SubgraphFault, path: ResponsePath | undefined): void;
  /** A fetch that failed as a whole: the link threw, or the subgraph gave no data and no reason. */
  placeFailure(run: Run, reason: unknown, path: ResponsePath): void;
}

/** Creates the placer for one fetch of a plan. */
export function createErrorPlacer(subgraph: string, toClientPath: ToClientPath): ErrorPlacer {
  const place = (run: Run, fault: SubgraphFault, path: ResponsePath | undefined): void => {
    const clientPath = path && toClientPath(path);
    const error = new GraphQLError(String(fault.message), {
      path: clientPath && clientPath.length > 0 ? clientPath : null,
      originalError: fault.originalError ?? (fault instanceof Error ? fault : null),
      extensions: { ...fault.extensions, subgraph },
    });
    run.errors.push(error);
    if (path && clientPath && clientPath.length < path.length) run.unasked.add(error);
  };
  return {
    placeFault: place,
    placeFailure: (run, reason, path) => {
      const cause = reason instanceof Error ? reason : new Error('The subgraph failed without an error');
      const extensions = cause instanceof HubError ? { code: cause.code } : undefined;
      place(run, { message: cause.message, originalError: cause, extensions }, path);
    },
  };
}
