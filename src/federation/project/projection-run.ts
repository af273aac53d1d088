import { GraphQLError } from 'graphql';
import type { Variables } from './conditions.ts';

/** Marks a value that may not be null and is: it nulls its parent, up to the first that may be. */
export const INVALID: unique symbol = Symbol('invalid');

/**
 * One projection. Paths cost more than the projection itself, so the first pass keeps none; only when something was
 * violated is the data projected again with paths.
 */
export class ProjectionRun {
  readonly variables: Variables;
  readonly path: (string | number)[] | undefined;
  violations = 0;
  readonly errors: GraphQLError[] = [];

  constructor(variables: Variables, keepsPaths: boolean) {
    this.variables = variables;
    this.path = keepsPaths ? [] : undefined;
  }

  violate(message: string): void {
    this.violations++;
    if (this.path) this.errors.push(new GraphQLError(message, { path: [...this.path] }));
  }
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
