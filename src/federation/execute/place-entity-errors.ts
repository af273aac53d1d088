import type { SubgraphFault } from '../link.ts';
import type { ResponsePath, ToClientPath } from '../operation/client-path.ts';
import type { EntityBatch } from './entity-part.ts';
import { placeFailure, placeFault } from './place-errors.ts';
import type { Outcome } from './prepare-fetch.ts';
import type { Run } from './run.ts';

/** Places what went wrong in an entity fetch at the objects that it was made for. */
export function placeEntityErrors(
  run: Run,
  { data, faults, failure }: Outcome,
  batches: readonly EntityBatch[],
  subgraph: string,
  toClientPath: ToClientPath,
): void {
  const placed = batches.filter((batch) => batch.representations.length > 0);
  if (failure) {
    for (const path of prefixesOf(placed)) {
      run.errors.push(placeFailure(failure.reason, subgraph, toClientPath(path)));
    }
  }
  for (const fault of faults) {
    const paths = pathsOf(fault, placed, run) ?? prefixesOf(placed);
    for (const path of paths) run.errors.push(placeFault(fault, subgraph, toClientPath(path)));
  }
  if (data && faults.length === 0) placeMissing(run, data, placed, subgraph, toClientPath);
}

/** Where the objects are that a fault's `[_entities, index, ...]` is about. */
function pathsOf(fault: SubgraphFault, batches: readonly EntityBatch[], run: Run): ResponsePath[] | undefined {
  if (!Array.isArray(fault.path)) return undefined;
  const [key, index, ...rest] = fault.path as ResponsePath;
  const batch = batches.find(({ part }) => part.key === key);
  if (!batch) return undefined;
  const targets = typeof index === 'number' ? batch.targets[index] : undefined;
  if (!targets) return prefixesOf([batch]);
  const tail = rest.map((segment) => batch.part.renamed.get(String(segment)) ?? segment);
  return pathsOfTargets(batch, new Set(targets), run).map((path) => [...path, ...tail]);
}

function pathsOfTargets({ part }: EntityBatch, targets: ReadonlySet<object>, run: Run): ResponsePath[] {
  const paths: ResponsePath[] = [];
  for (const finder of part.finders)
    for (const { object, path } of finder.locate(run.data)) if (targets.has(object)) paths.push(path);
  return paths;
}

function placeMissing(
  run: Run,
  data: Record<string, unknown>,
  batches: readonly EntityBatch[],
  subgraph: string,
  toClientPath: ToClientPath,
): void {
  for (const batch of batches) {
    const entities = data[batch.part.key];
    const count = Array.isArray(entities) ? entities.length : 0;
    const asked = batch.representations.length;
    if (count >= asked) continue;
    const reason = new Error(`The subgraph gave ${count} entities where ${asked} were asked for`);
    const missing = new Set(batch.targets.slice(count).flat());
    for (const path of pathsOfTargets(batch, missing, run))
      run.errors.push(placeFailure(reason, subgraph, toClientPath(path)));
  }
}

/** One place for a failure of everything: a list of a thousand objects gets one error, not a thousand. */
function prefixesOf(batches: readonly EntityBatch[]): ResponsePath[] {
  const prefixes = new Map<string, ResponsePath>();
  for (const { part } of batches) for (const { prefix } of part.finders) prefixes.set(JSON.stringify(prefix), prefix);
  return [...prefixes.values()];
}
