import { GraphQLError } from 'graphql';

/** Marks a value that may not be null and is: it nulls its parent, up to the first that may be. */
export const INVALID: unique symbol = Symbol('invalid');

/**
 * One projection. Paths cost more than the projection itself, so the first pass keeps none; only when something was
 * violated is the data projected again with paths.
 */
export class ProjectionRun {
  readonly path: (string | number)[] | undefined;
  violations = 0;
  readonly errors: GraphQLError[] = [];

  constructor(keepsPaths: boolean) {
    this.path = keepsPaths ? [] : undefined;
  }

  violate(message: string): void {
    this.violations++;
    if (!this.path || this.#isPlaced(this.path)) return;
    this.errors.push(new GraphQLError(message, { path: [...this.path] }));
  }

  /** One null gets one error: the reason first, not that it may not be null. */
  #isPlaced(path: readonly (string | number)[]): boolean {
    const last = this.errors.at(-1)?.path;
    return last?.length === path.length && last.every((segment, index) => segment === path[index]);
  }
}
