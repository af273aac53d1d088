/**
 * Makes subgraphs: an OPD's connectors or a module of the hub become one executable schema in which every field that is
 * marked personal is guarded. It refuses to build a subgraph that leaves such a field open.
 */
export { buildSubgraph, composeSubgraphSdl, type Subgraph } from './build-subgraph.ts';
export { adoptTrail, carryTrail } from './carried-trail.ts';
export { createSubgraphContext } from './create-context.ts';
export { forbidden, type Guard } from './enforce.ts';
export { type ExpandedRules, expandRules } from './expand-rules.ts';
export { scalars } from './scalars.ts';
export type { SubgraphContext, SubgraphModule } from './subgraph-module.ts';
