import { RequestSession } from '../connector/index.ts';
import type { Mandate } from '../identity/index.ts';
import { AccessTrail } from './access-trail.ts';
import type { SubgraphContext } from './subgraph-module.ts';

/** Creates the context of one request, or of one event of a subscription. */
export function createSubgraphContext({ caller, purpose, openCase, isConsented, basis }: Mandate): SubgraphContext {
  return { caller, purpose, openCase, isConsented, basis, session: new RequestSession(), trail: new AccessTrail() };
}
