import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Run } from '../execute/run.ts';
import type { Projector } from './compile-projection.ts';
import { ProjectionRun } from './projection-run.ts';

/** Makes the client's answer of what a run has gathered. */
export function projectRun(run: Run, project: Projector): ExecutionResult {
  const first = new ProjectionRun(false);
  const data = project(run.data, first);
  if (first.violations > 0) {
    const second = new ProjectionRun(true);
    project(run.data, second);
    const explaining = run.errors.slice();
    for (const violation of second.errors) if (!isExplained(violation, explaining)) run.errors.push(violation);
  }
  return run.errors.length > 0 ? { errors: run.errors, data } : { data };
}

/** A null that a subgraph's error already explains needs no second error (specification section 6.4.4). */
export function isExplained(violation: GraphQLError, errors: readonly GraphQLError[]): boolean {
  const path = violation.path ?? [];
  return errors.some((error) => {
    const other = error.path ?? [];
    const shared = Math.min(path.length, other.length);
    for (let index = 0; index < shared; index++) if (path[index] !== other[index]) return false;
    return true;
  });
}
