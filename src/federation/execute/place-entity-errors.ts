import type { SubgraphFault } from '../link.ts';
import type { ResponsePath, ToClientPath } from '../operation/client-path.ts';
import type { EntityBatch } from './entity-part.ts';
import type { ErrorPlacer } from './place-errors.ts';
import type { Outcome } from './prepare-fetch.ts';
import type { Run } from './run.ts';

/** Places what went wrong in an entity fetch at the objects that it was made for. */
export function placeEntityErrors(
  run: Run,
  { data, faults, failure }: Outcome,
  batches: readonly EntityBatch[],
  placer: ErrorPlacer,
  toClientPath: ToClientPath,
): void {
  const asked = batches.filter((batch) => batch.representations.length > 0);
  if (failure) for (const path of prefixesOf(asked)) placer.placeFailure(run, failure.reason, path);
  for (const fault of faults) {
    const place = findPlace(fault, asked, run);
    for (const path of place?.objects ?? prefixesOf(asked)) {
      placer.placeFault(run, fault, [...path, ...(place?.rest ?? [])]);
      if (place && isNull(data, place)) run.nulled.push(toClientPath(path));
    }
  }
  if (data && faults.length === 0) placeMissing(run, data, asked, placer);
}

/** What a fault's `[_entities, index, ...rest]` is about. */
interface Place {
  readonly key: string;
  readonly index: number;
  readonly objects: readonly ResponsePath[];
  readonly rest: ResponsePath;
}

function findPlace(fault: SubgraphFault, batches: readonly EntityBatch[], run: Run): Place | undefined {
  if (!Array.isArray(fault.path)) return undefined;
  const [key, index, ...rest] = fault.path as ResponsePath;
  const batch = batches.find(({ part }) => part.key === key);
  const targets = typeof index === 'number' ? batch?.targets[index] : undefined;
  if (!batch || !targets) return undefined;
  return {
    key: batch.part.key,
    index: index as number,
    objects: locate(batch, new Set(targets), run),
    rest: rest.map((segment) => batch.part.renamed.get(String(segment)) ?? segment),
  };
}

function isNull(data: Outcome['data'], { key, index }: Place): boolean {
  const entities = data?.[key];
  return !Array.isArray(entities) || entities[index] === null;
}

function locate({ part }: EntityBatch, targets: ReadonlySet<object>, run: Run): ResponsePath[] {
  const paths: ResponsePath[] = [];
  for (const finder of part.finders)
    for (const { object, path } of finder.locate(run.data)) if (targets.has(object)) paths.push(path);
  return paths;
}

function placeMissing(
  run: Run,
  data: Record<string, unknown>,
  batches: readonly EntityBatch[],
  placer: ErrorPlacer,
): void {
  for (const batch of batches) {
    const entities = data[batch.part.key];
    const count = Array.isArray(entities) ? entities.length : 0;
    const asked = batch.representations.length;
    if (count >= asked) continue;
    const reason = new Error(`The subgraph gave ${count} entities where ${asked} were asked for`);
    const missing = new Set(batch.targets.slice(count).flat());
    for (const path of locate(batch, missing, run)) placer.placeFailure(run, reason, path);
  }
}

/** One place for a failure of everything: a list of a thousand objects gets one error, not a thousand. */
function prefixesOf(batches: readonly EntityBatch[]): ResponsePath[] {
  const prefixes = new Map<string, ResponsePath>();
  for (const { part } of batches) for (const { prefix } of part.finders) prefixes.set(JSON.stringify(prefix), prefix);
  return [...prefixes.values()];
}
