/**
 * The federation engine: composes subgraphs, plans an operation over them, executes the plan and projects the answer.
 * It knows nothing of OPDs, citizens or HTTP requests, and refuses to do per request what can be done per operation.
 */
export { composeSupergraph, type SubgraphDefinition } from './compose.ts';
export { createEngine, type Engine, type EngineOptions, type EngineRequest } from './engine.ts';
export type { SubgraphFault, SubgraphLink } from './link.ts';
export { createHttpLink, type ForwardedHeaders, type HttpLink, type HttpLinkOptions } from './links/http/http-link.ts';
export type { RemoteLimits } from './links/http/subgraph-call.ts';
export { createLocalLink } from './links/local-link.ts';
export { listSubgraphs, type NamedSubgraph } from './list-subgraphs.ts';
export { createEventStream, type EventStream, mapEvents } from './map-events.ts';
export type { Release } from './operation/run-variant.ts';
export { createLocalPlanner, type Planner } from './plan/planner.ts';
export { createPlannerProcess, type PlannerProcess } from './plan/planner-process.ts';
export { buildPublicSchema } from './public-schema.ts';
