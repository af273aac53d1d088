import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import { compileBatchFetch, compileEntityFetch } from './entity-fetch.ts';
import type { PlanContext } from './plan-context.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { Run, Step } from './run.ts';

/**
 * Compiles a query plan into one function, once per operation.
 * @throws Error for a plan node that the engine does not know: it must never be skipped silently.
 */
export function compilePlan(plan: QueryPlan, context: PlanContext): Step {
  return plan.node ? compileNode(plan.node, context) : () => {};
}

function compileNode(node: PlanNode, context: PlanContext): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileRootFetch(node, context);
    case 'BatchFetch':
      return compileBatchFetch(node, context);
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, context)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, context)));
    case 'Flatten':
      if (node.node.kind === 'Fetch') return compileEntityFetch(node.node, node.path, context);
      throw new Error(`The query plan flattens into a ${node.node.kind} node, which this engine does not execute`);
    case 'Condition': {
      const variable = context.toClientVariable(node.condition);
      const whenTrue = node.ifClause && compileNode(node.ifClause, context);
      const whenFalse = node.elseClause && compileNode(node.elseClause, context);
      return (run) => (run.variables[variable] === true ? whenTrue?.(run) : whenFalse?.(run));
    }
    default:
      throw new Error(`The query plan has a ${node.kind} node, which this engine does not execute`);
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run: Run) => {
    for (const step of steps) {
      const pending = step(run);
      if (pending) await pending;
    }
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run: Run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}
