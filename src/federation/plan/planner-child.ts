/**
 * The planner's own process: it reads a supergraph once and then answers operations in the order in which they come.
 * It imports nothing but the planner, so that it is there soon after it is started anew.
 */
import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';

/** The supergraph first, then operations. */
export type PlannerRequest = { readonly supergraphSdl: string } | { readonly operationText: string };

export type PlannerReply = { readonly ready: true } | { readonly plan: QueryPlan } | { readonly failure: string };

const NO_LABELS = new Set<string>();
let planner: QueryPlanner | undefined;

function answer(request: PlannerRequest): PlannerReply {
  try {
    if ('supergraphSdl' in request) {
      planner = new QueryPlanner(request.supergraphSdl);
      return { ready: true };
    }
    if (!planner) throw new Error('The supergraph has not arrived yet');
    return { plan: planner.plan(request.operationText, null, NO_LABELS, 0) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (request: PlannerRequest) => process.send?.(answer(request)));
process.on('disconnect', () => process.exit(0));
