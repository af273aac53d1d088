import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { type Planner, readSupergraph } from './planner.ts';
import { PlannerQueue } from './planner-queue.ts';

export interface PlannerProcess extends Planner {
  /** Ends the process; plans still under way are rejected. */
  close(): void;
}

export interface PlannerProcessOptions {
  /** A plan takes well under a millisecond; one that takes this long is taken for hung. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 5000;

/**
 * Creates a planner in a process of its own. The planner is native code that ends its process on some valid queries
 * (it panics); there that costs only the caller who sent the query.
 * @throws HubError CONFIG_INVALID when the supergraph cannot be read.
 */
export function createPlannerProcess(supergraphSdl: string, options: PlannerProcessOptions = {}): PlannerProcess {
  const { ordered } = readSupergraph(supergraphSdl);
  const queue = new PlannerQueue(ordered.supergraphSdl, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  return {
    plan: async (operationText) => {
      const plan = await new Promise<QueryPlan>((resolve, reject) => queue.add({ operationText, resolve, reject }));
      return ordered.restoreNames(plan);
    },
    close: () => queue.close(),
  };
}
