import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenNodePathSegment,
} from '@graphql-hive/router-query-planner';
import { type EntityPart, gatherEntities, mergeEntities } from './entity-part.ts';
import { compileFlattenPath } from './flatten-path.ts';
import { compileIdentity } from './identity.ts';
import { placeEntityErrors } from './place-entity-errors.ts';
import { createErrorPlacer } from './place-errors.ts';
import type { PlanContext } from './plan-context.ts';
import { prepareFetch } from './prepare-fetch.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { Step } from './run.ts';

/** Compiles a fetch of the entities at one flatten path. */
export function compileEntityFetch(
  node: FetchNode,
  path: readonly FlattenNodePathSegment[],
  context: PlanContext,
): Step {
  const part = {
    ...node,
    alias: '_entities',
    representationsVariableName: 'representations',
    paths: [path],
    requires: node.requires ?? [],
  };
  return compileEntities(node, [compilePart(part, context)], context);
}

/** Compiles one call that fetches entities for several flatten paths at once. */
export function compileBatchFetch(node: BatchFetchNode, context: PlanContext): Step {
  const parts = node.entityBatch.aliases.map((alias) => compilePart(alias, context));
  return compileEntities(node, parts, context);
}

/** One call for all distinct objects, its answer merged back into each of them. */
function compileEntities(node: FetchNode | BatchFetchNode, parts: readonly EntityPart[], context: PlanContext): Step {
  const link = context.linkOf(node.serviceName);
  const call = prepareFetch(node, link, context);
  const placer = createErrorPlacer(link.name, context.toClientPath);
  return async (run) => {
    const variables: Record<string, unknown> = {};
    const batches = parts.map((part) => gatherEntities(part, run.data));
    let isEmpty = true;
    for (const { part, representations } of batches) {
      variables[part.variable] = representations;
      if (representations.length > 0) isEmpty = false;
    }
    if (isEmpty) return;
    const outcome = await call(run, variables);
    let isComplete = outcome.faults.length === 0;
    for (const batch of batches) isComplete = mergeEntities(outcome.data, batch, context.merge) && isComplete;
    if (!isComplete) placeEntityErrors(run, outcome, batches, placer, context.toClientPath);
  };
}

type PartNode = Pick<
  EntityBatchAlias,
  'alias' | 'representationsVariableName' | 'requires' | 'inputRewrites' | 'outputRewrites'
> & { readonly paths: readonly (readonly FlattenNodePathSegment[])[] };

function compilePart(node: PartNode, { isSubtype }: PlanContext): EntityPart {
  return {
    key: node.alias,
    variable: node.representationsVariableName,
    finders: node.paths.map((path) => compileFlattenPath(path, isSubtype)),
    represent: compileRepresentation(node.requires, isSubtype),
    identity: compileIdentity(node.requires),
    rewriteInput: compileRewrites(node.inputRewrites, isSubtype),
    rewriteOutput: compileRewrites(node.outputRewrites, isSubtype),
    renamed: renamedKeys(node.outputRewrites),
  };
}
