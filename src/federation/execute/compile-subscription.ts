import type { FetchNode, PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import type { SubgraphAnswer, SubgraphEvents } from '../link.ts';
import { compilePlan } from './compile-plan.ts';
import type { PlanContext } from './plan-context.ts';
import { readAnswer } from './prepare-fetch.ts';
import { compileRootPlacement } from './root-fetch.ts';
import type { Run, Step } from './run.ts';

/** A subscription's plan: one subgraph tells the events, the rest of each is fetched like that of a query. */
export interface CompiledSubscription {
  subscribe(
    variables: Readonly<Record<string, unknown>>,
    contextOf: () => unknown,
  ): Promise<SubgraphAnswer | SubgraphEvents>;
  /** Puts an event, or the answer that refuses the subscription, into a run. */
  place(run: Run, answer: SubgraphAnswer): void;
  /** Places the failure of the subscription itself. */
  fail(run: Run, reason: unknown): void;
  /** Fetches what the event does not hold. */
  readonly complete: Step;
}

/** Compiles the plan of a subscription. @throws Error when it is not one, or its subgraph serves none. */
export function compileSubscription(plan: QueryPlan, context: PlanContext): CompiledSubscription {
  const { primary, rest } = split(plan.node);
  const link = context.linkOf(primary.serviceName);
  const prepared = link.prepareSubscription?.(primary.operation);
  if (!prepared) throw new Error(`Subgraph ${link.name} is reached by a link that serves no subscriptions`);
  const place = compileRootPlacement(primary, context);
  const usages = (primary.variableUsages ?? []).map((name) => ({ name, source: context.toClientVariable(name) }));
  return {
    subscribe: (given, contextOf) => {
      const variables: Record<string, unknown> = {};
      for (const { name, source } of usages) if (source in given) variables[name] = given[source];
      return prepared(variables, contextOf);
    },
    place: (run, answer) => {
      link.noteExtensions?.(answer.extensions, run.context);
      place(run, readAnswer(answer));
    },
    fail: (run, reason) => place(run, { data: undefined, faults: [], failure: { reason } }),
    complete: compilePlan({ kind: 'QueryPlan', ...(rest && { node: rest }) }, context),
  };
}

function split(node: PlanNode | undefined): { primary: FetchNode; rest?: PlanNode } {
  if (node?.kind === 'Subscription') return { primary: node.primary };
  if (node?.kind === 'Sequence') {
    const [first, ...others] = node.nodes;
    if (first?.kind === 'Subscription') return { primary: first.primary, rest: { kind: 'Sequence', nodes: others } };
  }
  throw new Error('The plan of the subscription does not begin with a subscription');
}
