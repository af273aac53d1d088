import type { FetchNode, PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import type { SubgraphLink } from '../link.ts';
import { compileEntityFetch, compileRootFetch } from './compile-fetch.ts';
import { compileFlattenPath } from './flatten-path.ts';
import type { IsSubtype } from './representations.ts';
import type { Run, Step } from './run.ts';

export interface PlanCompiler {
  linkOf(subgraph: string): SubgraphLink;
  readonly isSubtype: IsSubtype;
}

/**
 * Compiles a query plan into one function, once per operation.
 * @throws Error for a plan node that the engine does not know: it must never be skipped silently.
 */
export function compilePlan(plan: QueryPlan, compiler: PlanCompiler): Step {
  return plan.node ? compileNode(plan.node, compiler) : () => {};
}

function compileNode(node: PlanNode, compiler: PlanCompiler): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileRootFetch(node, compiler.linkOf(node.serviceName));
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, compiler)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, compiler)));
    case 'Flatten': {
      const fetch = expectFetch(node.node);
      return compileEntityFetch(
        fetch,
        compiler.linkOf(fetch.serviceName),
        compileFlattenPath(node.path),
        compiler.isSubtype,
      );
    }
    case 'Condition': {
      const whenTrue = node.ifClause && compileNode(node.ifClause, compiler);
      const whenFalse = node.elseClause && compileNode(node.elseClause, compiler);
      return (run) => (run.variables[node.condition] === true ? whenTrue?.(run) : whenFalse?.(run));
    }
    default:
      throw new Error(`The query plan has a ${node.kind} node, which this engine does not execute yet`);
  }
}

function expectFetch(node: PlanNode): FetchNode {
  if (node.kind === 'Fetch') return node;
  throw new Error(`The query plan flattens into a ${node.kind} node, which this engine does not execute yet`);
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
