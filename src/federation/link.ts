/** What a subgraph says went wrong; `path` is relative to that subgraph's own answer. */
export interface SubgraphFault {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  /** The error itself where the subgraph runs in this process. */
  readonly originalError?: Error | undefined;
}

export interface SubgraphAnswer {
  /** Owned by the engine once returned: it merges into these objects instead of copying them. */
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly SubgraphFault[] | undefined;
}

/** Runs one operation of a plan. May throw; the engine turns that into an error of this fetch alone. */
export type PreparedFetch = (
  variables: Record<string, unknown>,
  requestContext: unknown,
) => SubgraphAnswer | Promise<SubgraphAnswer>;

/** How the engine reaches one subgraph. */
export interface SubgraphLink {
  readonly name: string;
  /** Does everything that can be done once per operation text; called when a plan is compiled, never per request. */
  prepare(operation: string): PreparedFetch;
}
