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
  /** What a remote subgraph tells beside its data. */
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An event of a subscription; one that was completed in this process brings the context that it was completed with. */
export interface SubgraphEvent extends SubgraphAnswer {
  readonly context?: unknown;
}

/** Runs one operation of a plan. May throw; the engine turns that into an error of this fetch alone. */
export type PreparedFetch = (
  variables: Record<string, unknown>,
  requestContext: unknown,
) => SubgraphAnswer | Promise<SubgraphAnswer>;

/** The events of a subscription; whoever stops listening calls `return`. */
export type SubgraphEvents = AsyncIterator<SubgraphEvent>;

/**
 * Subscribes; an answer instead of events says why it could not. May throw. `contextOf` gives the context of the
 * subscription, and a fresh one for each event: what one event has read is old at the next.
 */
export type PreparedSubscription = (
  variables: Record<string, unknown>,
  contextOf: () => unknown,
) => Promise<SubgraphAnswer | SubgraphEvents>;

/** How the engine reaches one subgraph. */
export interface SubgraphLink {
  readonly name: string;
  /** Does everything that can be done once per operation text; called when a plan is compiled, never per request. */
  prepare(operation: string): PreparedFetch;
  /** Likewise for a subscription; a link without it serves none. */
  prepareSubscription?(operation: string): PreparedSubscription;
  /** Hears what came beside each answer, or that nothing did. */
  noteExtensions?(extensions: SubgraphAnswer['extensions'], requestContext: unknown): void;
}
