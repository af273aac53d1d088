import type { Caller, Mandate } from '../../identity/index.ts';
import { mandateOf } from '../../identity/testing/callers.ts';
import { createSubgraphContext, type SubgraphContext } from '../index.ts';

/** The context of a request by this caller, through an application of the city's own. */
export function contextOf(caller: Caller, more: Partial<Mandate> = {}): SubgraphContext {
  return createSubgraphContext(mandateOf(caller, more));
}
