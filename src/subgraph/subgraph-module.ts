import type { RequestSession } from '../connector/index.ts';
import type { Mandate } from '../identity/index.ts';
import type { AccessTrail } from './access-trail.ts';

/** What every resolver and guard of a subgraph sees of the request. */
export interface SubgraphContext extends Mandate {
  readonly session: RequestSession;
  /** What the answer will have shown. */
  readonly trail: AccessTrail;
}

type Resolver = (parent: never, args: never, context: never) => unknown;

/** A field of Subscription: where its events come from, and what of an event is its value. */
interface SubscriptionResolver {
  readonly subscribe: Resolver;
  readonly resolve?: Resolver;
}

/** The source of a subgraph: an OPD's connectors or a module of the hub. */
export interface SubgraphModule {
  /** Its name in the supergraph. */
  readonly name: string;
  /** Its own types, without the shared ones and without `@link`. */
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver | SubscriptionResolver>>>>;
  /** How an entity is found by its key; without one, the key itself is the entity and its fields resolve from it. */
  readonly references?: Readonly<
    Record<string, (representation: Readonly<Record<string, unknown>>, context: SubgraphContext) => unknown>
  >;
}
