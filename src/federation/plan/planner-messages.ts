import type { QueryPlan } from '@graphql-hive/router-query-planner';

/** What the hub sends to the planner's process: the supergraph first, then one operation at a time. */
export type PlannerRequest = { readonly supergraphSdl: string } | { readonly operationText: string };

/** The planner's process answers operations in the order in which it got them. */
export type PlannerReply = { readonly plan: QueryPlan } | { readonly failure: string };
