import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { SubgraphFault } from '../link.ts';
import { clientKey } from '../operation/response-keys.ts';
import { createErrorPlacer } from './place-errors.ts';
import type { PlanContext } from './plan-context.ts';
import { type Outcome, prepareFetch } from './prepare-fetch.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { Run, Step } from './run.ts';

/** Compiles a fetch of root fields: its answer becomes part of the root of the data. */
export function compileRootFetch(node: FetchNode, context: PlanContext): Step {
  const call = prepareFetch(node, context.linkOf(node.serviceName), context);
  const place = compileRootPlacement(node, context);
  return async (run) => place(run, await call(run, {}));
}

/** Puts what a subgraph gave for root fields into a run. */
export type RootPlacement = (run: Run, outcome: Outcome) => void;

/** Compiles where the answer of a root fetch, or an event of a subscription, and its errors belong. */
export function compileRootPlacement(node: FetchNode, { toClientPath, isSubtype, merge }: PlanContext): RootPlacement {
  const rewrite = compileRewrites(node.outputRewrites, isSubtype);
  const renamed = renamedKeys(node.outputRewrites);
  const placer = createErrorPlacer(node.serviceName, (path) =>
    toClientPath(path.map((segment) => renamed.get(String(segment)) ?? segment)),
  );
  const roots = rootKeys(node.operation).map((key) => [key]);
  return (run, { data, faults, failure }) => {
    if (data) {
      rewrite?.(data);
      merge(run.data, data);
    }
    if (!data && faults.length > 0) run.nulled.push([]);
    if (failure) for (const root of roots) placer.placeFailure(run, failure.reason, root);
    for (const fault of faults) {
      if (data || Array.isArray(fault.path)) placer.placeFault(run, fault, pathOf(fault));
      // Without data the fault is that of every field that was asked for.
      else for (const root of roots) placer.placeFault(run, fault, root);
    }
  };
}

const pathOf = ({ path }: SubgraphFault) => (Array.isArray(path) ? path : undefined);

function rootKeys(operationText: string): string[] {
  const { definitions } = parse(operationText, { noLocation: true });
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  const keysOf = (set: SelectionSetNode | undefined): string[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [clientKey(selection)];
      return keysOf(
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value),
      );
    });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return [...new Set(keysOf(operation?.selectionSet))];
}
