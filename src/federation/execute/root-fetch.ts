import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { clientKey } from '../operation/response-keys.ts';
import { mergeInto } from './merge.ts';
import { placeFailure, placeFault } from './place-errors.ts';
import type { PlanContext } from './plan-context.ts';
import { prepareFetch } from './prepare-fetch.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { Step } from './run.ts';

/** Compiles a fetch of root fields: its answer becomes part of the root of the data. */
export function compileRootFetch(node: FetchNode, context: PlanContext): Step {
  const { toClientPath, isSubtype } = context;
  const link = context.linkOf(node.serviceName);
  const call = prepareFetch(node, link, context);
  const rewrite = compileRewrites(node.outputRewrites, isSubtype);
  const renamed = renamedKeys(node.outputRewrites);
  const translate = (path: readonly (string | number)[]) =>
    toClientPath(path.map((segment) => renamed.get(String(segment)) ?? segment));
  const roots = rootKeys(node.operation).map((key) => translate([key]));
  return async (run) => {
    const { data, faults, failure } = await call(run, {});
    if (data) {
      rewrite?.(data);
      mergeInto(run.data, data);
    }
    if (failure) for (const root of roots) run.errors.push(placeFailure(failure.reason, link.name, root));
    for (const fault of faults) {
      if (Array.isArray(fault.path)) run.errors.push(placeFault(fault, link.name, translate(fault.path)));
      else if (data) run.errors.push(placeFault(fault, link.name, undefined));
      // Without data the fault is that of every field that was asked for.
      else for (const root of roots) run.errors.push(placeFault(fault, link.name, root));
    }
  };
}

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
