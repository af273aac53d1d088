import type { FetchNode } from '@graphql-hive/router-query-planner';
import type { PreparedFetch, SubgraphAnswer, SubgraphLink } from '../link.ts';
import type { TargetFinder } from './flatten-path.ts';
import { isObject, mergeInto } from './merge.ts';
import { placeFailure, placeFault } from './place-errors.ts';
import { compileRepresentation, type IsSubtype, type RepresentationBuilder } from './representations.ts';
import type { Run, Step } from './run.ts';

/** Compiles a fetch of root fields: its answer becomes part of the root of the data. */
export function compileRootFetch(node: FetchNode, link: SubgraphLink): Step {
  const fetch = prepare(node, link);
  const variablesOf = compileVariables(node.variableUsages);
  return async (run) => {
    const answer = await attempt(fetch, variablesOf(run), run.context);
    if (answer instanceof Failure) {
      run.errors.push(placeFailure(answer.reason, link.name, undefined));
      return;
    }
    for (const fault of answer.errors ?? []) run.errors.push(placeFault(fault, link.name, fault.path));
    if (isObject(answer.data)) mergeInto(run.data, answer.data);
    else if (!answer.errors?.length) run.errors.push(placeFailure(undefined, link.name, undefined));
  };
}

/** Compiles a fetch of entities: one call for all distinct objects at the flatten path, merged back into each. */
export function compileEntityFetch(
  node: FetchNode,
  link: SubgraphLink,
  finder: TargetFinder,
  isSubtype: IsSubtype,
): Step {
  const fetch = prepare(node, link);
  const variablesOf = compileVariables(node.variableUsages);
  const represent = compileRepresentation(node.requires ?? [], isSubtype);
  return async (run) => {
    const batch = gather(finder.find(run.data), represent);
    if (batch.representations.length === 0) return;
    const variables = variablesOf(run);
    variables.representations = batch.representations;
    const answer = await attempt(fetch, variables, run.context);
    if (answer instanceof Failure) {
      run.errors.push(placeFailure(answer.reason, link.name, finder.prefix));
      return;
    }
    mergeEntities(answer, batch);
    placeEntityFaults(run, answer, batch, finder, link.name);
  };
}

/** Distinct representations; `targets[i]` lists where representation `i` came from, with its place among all targets. */
interface Batch {
  readonly representations: Record<string, unknown>[];
  readonly targets: { readonly object: Record<string, unknown>; readonly order: number }[][];
}

function gather(found: readonly Record<string, unknown>[], represent: RepresentationBuilder): Batch {
  const batch: Batch = { representations: [], targets: [] };
  const known = new Map<string, number>();
  for (let order = 0; order < found.length; order++) {
    const object = found[order] as Record<string, unknown>;
    const representation = represent(object);
    if (!representation) continue;
    const key = found.length > 1 ? JSON.stringify(representation) : '';
    const index = known.get(key);
    if (index === undefined) {
      known.set(key, batch.representations.length);
      batch.representations.push(representation);
      batch.targets.push([{ object, order }]);
    } else batch.targets[index]?.push({ object, order });
  }
  return batch;
}

function mergeEntities(answer: SubgraphAnswer, batch: Batch): void {
  const entities = answer.data?._entities;
  if (!Array.isArray(entities)) return;
  for (let index = 0; index < batch.targets.length; index++) {
    const entity: unknown = entities[index];
    if (!isObject(entity)) continue;
    for (const { object } of batch.targets[index] ?? []) mergeInto(object, entity);
  }
}

function placeEntityFaults(run: Run, answer: SubgraphAnswer, batch: Batch, finder: TargetFinder, name: string): void {
  const faults = answer.errors ?? [];
  if (faults.length === 0) {
    if (!Array.isArray(answer.data?._entities)) run.errors.push(placeFailure(undefined, name, finder.prefix));
    return;
  }
  const paths = finder.locate(run.data);
  for (const fault of faults) {
    const [root, index, ...rest] = fault.path ?? [];
    const targets = root === '_entities' && typeof index === 'number' ? batch.targets[index] : undefined;
    if (!targets) run.errors.push(placeFault(fault, name, finder.prefix));
    else for (const { order } of targets) run.errors.push(placeFault(fault, name, [...(paths[order] ?? []), ...rest]));
  }
}

class Failure {
  readonly reason: unknown;
  constructor(reason: unknown) {
    this.reason = reason;
  }
}

async function attempt(
  fetch: PreparedFetch,
  variables: Record<string, unknown>,
  context: unknown,
): Promise<SubgraphAnswer | Failure> {
  try {
    return await fetch(variables, context);
  } catch (reason) {
    return new Failure(reason);
  }
}

function prepare(node: FetchNode, link: SubgraphLink): PreparedFetch {
  // A plan that needs values renamed or set would silently give wrong data if the rewrites were passed over.
  if (node.inputRewrites?.length || node.outputRewrites?.length) {
    throw new Error(`The plan for subgraph ${link.name} needs rewrites, which this engine does not do yet`);
  }
  return link.prepare(node.operation);
}

function compileVariables(names: readonly string[] = []): (run: Run) => Record<string, unknown> {
  return (run) => {
    const picked: Record<string, unknown> = {};
    for (const name of names) if (name in run.variables) picked[name] = run.variables[name];
    return picked;
  };
}
