import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { type Planner, readOrdered, unreadable } from './planner.ts';
import { PlannerQueue } from './planner-queue.ts';

export interface PlannerProcess extends Planner {
  /** Resolves when the supergraph has been read. @throws HubError CONFIG_INVALID when it cannot be. */
  ready(): Promise<void>;
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
 * (it panics); there that costs only the caller who sent the query. It is also where a supergraph is read, which takes
 * seconds for thousands of types, while this process does something else.
 * @throws HubError CONFIG_INVALID when the supergraph is no GraphQL.
 */
export function createPlannerProcess(supergraphSdl: string, options: PlannerProcessOptions = {}): PlannerProcess {
  const ordered = readOrdered(supergraphSdl);
  const queue = new PlannerQueue(ordered.supergraphSdl, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  return {
    ready: async () => {
      try {
        await queue.ready();
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    plan: async (operationText) => {
      const plan = await new Promise<QueryPlan>((resolve, reject) => queue.add({ operationText, resolve, reject }));
      return ordered.restoreNames(plan);
    },
    close: () => queue.close(),
  };
}
