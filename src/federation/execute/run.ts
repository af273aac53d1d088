import type { GraphQLError } from 'graphql';

/** Everything one execution of a plan reads and writes. */
export interface Run {
  /** The answers of all subgraphs merged by response key; projection picks from it what the client asked for. */
  readonly data: Record<string, unknown>;
  readonly errors: GraphQLError[];
  /** Those of the errors that are about fields which only a key or a `@requires` asked for. */
  readonly unasked: Set<GraphQLError>;
  /** Objects, by their path in the client's answer, that are null in a subgraph for an error that is already placed. */
  readonly nulled: (readonly (string | number)[])[];
  readonly variables: Record<string, unknown>;
  /** The caller's request, handed to the links unread. */
  readonly context: unknown;
}

/** A compiled plan node. */
export type Step = (run: Run) => void | Promise<void>;
