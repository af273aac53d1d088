import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import type { CompiledSubscription } from '../execute/compile-subscription.ts';
import type { Run, Step } from '../execute/run.ts';
import type { SubgraphAnswer, SubgraphEvent, SubgraphEvents } from '../link.ts';
import { type EventStream, mapEvents } from '../map-events.ts';
import type { Projector } from '../project/compile-projection.ts';
import { projectRun } from '../project/project-run.ts';

/** One operation for one combination of its conditions. */
export type Variant =
  | { readonly steps: readonly Step[]; readonly project: Projector; readonly kind: OperationTypeNode }
  | { readonly subscription: CompiledSubscription; readonly project: Projector }
  | { readonly refusal: GraphQLError; readonly retryAfterMs?: number };

type Variables = Record<string, unknown>;

/**
 * Called with every answer and its context before it is given away, each event of a subscription alike; what it gives is
 * the answer. Gives no promise where there is nothing to wait for.
 */
export type Release = (
  answer: ExecutionResult,
  context: unknown,
  kind: OperationTypeNode,
) => ExecutionResult | Promise<ExecutionResult>;

/** Runs a variant for one request; a refused one is answered without running anything. */
export async function runVariant(
  variant: Variant,
  variables: Variables,
  context: unknown,
  release: Release,
): Promise<ExecutionResult> {
  if ('refusal' in variant) return { errors: [variant.refusal] };
  if ('subscription' in variant) throw new Error('A subscription has events, not an answer');
  const run = openRun(variables, context);
  for (const step of variant.steps) await step(run);
  return release(projectRun(run, variant.project), context, variant.kind);
}

/** Subscribes; each event is completed by its own run, with a context of its own. */
export async function subscribeVariant(
  variant: Variant,
  variables: Variables,
  contextOf: () => unknown,
  release: Release,
): Promise<ExecutionResult | EventStream<ExecutionResult>> {
  if (!('subscription' in variant)) return runVariant(variant, variables, contextOf(), release);
  const { subscription, project } = variant;
  const failed = (reason: unknown): ExecutionResult => {
    const run = openRun(variables, undefined);
    subscription.fail(run, reason);
    return projectRun(run, project);
  };
  const answer = async (event: SubgraphEvent): Promise<ExecutionResult> => {
    const run = openRun(variables, event.context ?? contextOf());
    subscription.place(run, event);
    await subscription.complete(run);
    return release(projectRun(run, project), run.context, OperationTypeNode.SUBSCRIPTION);
  };
  let source: SubgraphAnswer | SubgraphEvents;
  try {
    source = await subscription.subscribe(variables, contextOf);
  } catch (reason) {
    return errorsOf(failed(reason));
  }
  return isEvents(source) ? mapEvents(source, answer, failed) : errorsOf(await answer(source));
}

function openRun(variables: Variables, context: unknown): Run {
  return { data: {}, errors: [], unasked: new Set(), nulled: [], variables, context };
}

function isEvents(source: SubgraphAnswer | SubgraphEvents): source is SubgraphEvents {
  return 'next' in source && typeof source.next === 'function';
}

/** What could not be subscribed to has no data (specification section 6.2.3). */
function errorsOf({ errors }: ExecutionResult): ExecutionResult {
  return { errors: errors ?? [new GraphQLError('The subgraph gave no events and no reason.')] };
}
