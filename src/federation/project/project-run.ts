import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Run } from '../execute/run.ts';
import type { Projector } from './compile-projection.ts';
import { ProjectionRun } from './projection-run.ts';

type Path = readonly (string | number)[];

/** Makes the client's answer of what a run has gathered. */
export function projectRun(run: Run, project: Projector): ExecutionResult {
  const first = new ProjectionRun(false);
  const data = project(run.data, first);
  if (first.violations > 0) {
    const second = new ProjectionRun(true);
    project(run.data, second);
    const explaining = run.errors.slice();
    for (const violation of second.errors)
      if (!isExplained(violation.path ?? [], explaining, run.nulled)) run.errors.push(violation);
  }
  if (run.errors.length === 0) return { data };
  const errors = settleErrors(run, data);
  return errors.length > 0 ? { errors, data } : { data };
}

/** A null that a subgraph's error already explains needs no second error (specification section 6.4.4). */
export function isExplained(path: Path, errors: readonly GraphQLError[], nulled: readonly Path[]): boolean {
  return (
    errors.some((error) => areRelated(path, error.path ?? [])) ||
    nulled.some((parent) => parent.length === path.length - 1 && areRelated(path, parent))
  );
}

/** One of the paths leads to the other. */
function areRelated(left: Path, right: Path): boolean {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) if (left[index] !== right[index]) return false;
  return true;
}

/**
 * Keeps the errors that the client has to know: a plan may fetch a field for more objects than asked for it, and two
 * subgraphs may fail alike at a field that they share.
 */
export function settleErrors({ errors, unasked }: Pick<Run, 'errors' | 'unasked'>, data: unknown): GraphQLError[] {
  const known = new Set<string>();
  const messages = new Set(errors.filter((error) => !unasked.has(error)).map(({ message }) => message));
  return errors.filter((error) => {
    const { path, message } = error;
    if (!path) return true;
    // The client asked for the same field itself and has its error there.
    if (unasked.has(error) && messages.has(message)) return false;
    const identity = JSON.stringify([path, message]);
    if (known.has(identity) || !isInAnswer(data, path)) return false;
    known.add(identity);
    return true;
  });
}

function isInAnswer(data: unknown, path: Path): boolean {
  let value = data;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null) return true;
    if (!(segment in value)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[segment];
  }
  return true;
}
