import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';
import { HubError } from '../../base/hub-error.ts';
import { type OrderedSupergraph, orderSubgraphs } from './order-subgraphs.ts';

/** Plans operations over the subgraphs of one supergraph. */
export interface Planner {
  /** Rejects when the operation cannot be planned; never answers a plan that leaves something out. */
  plan(operationText: string): QueryPlan | Promise<QueryPlan>;
}

/** The planner itself failed, not the operation: it hung, ended or was closed. */
export class PlannerFailure extends Error {}

/** No progressive @override: a label would make one text have several plans. */
const NO_LABELS = new Set<string>();

/**
 * Creates a planner that runs in this process: the fastest, for operations that are known and trusted.
 * @throws HubError CONFIG_INVALID when the supergraph cannot be read.
 */
export function createLocalPlanner(supergraphSdl: string): Planner {
  const ordered = readOrdered(supergraphSdl);
  const planner = loadPlanner(ordered.supergraphSdl);
  return { plan: (operationText) => ordered.restoreNames(planner.plan(operationText, null, NO_LABELS, 0)) };
}

/** Orders the subgraphs of a supergraph SDL. @throws HubError CONFIG_INVALID when it is no GraphQL. */
export function readOrdered(supergraphSdl: string): OrderedSupergraph {
  try {
    return orderSubgraphs(supergraphSdl);
  } catch (cause) {
    throw unreadable(cause);
  }
}

function loadPlanner(supergraphSdl: string): QueryPlanner {
  try {
    return new QueryPlanner(supergraphSdl);
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** The error of a supergraph that the planner does not take. */
export function unreadable(cause: unknown): HubError {
  return new HubError('CONFIG_INVALID', 'The supergraph cannot be read by the query planner.', {
    fix: 'Write it anew with: npm run hub -- schema compose',
    cause,
  });
}
