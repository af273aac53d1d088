import type { TargetFinder } from './flatten-path.ts';
import { isObject, type Merge } from './merge.ts';
import type { RepresentationBuilder } from './representations.ts';
import type { Rewrite } from './rewrites.ts';

/** One `_entities` field of a call, compiled. */
export interface EntityPart {
  /** Its key in the subgraph's answer. */
  readonly key: string;
  /** The variable that carries its representations. */
  readonly variable: string;
  readonly finders: readonly TargetFinder[];
  readonly represent: RepresentationBuilder;
  readonly rewriteInput: Rewrite | undefined;
  readonly rewriteOutput: Rewrite | undefined;
  readonly renamed: ReadonlyMap<string, string>;
}

/** The distinct representations of a part; `targets[i]` are the objects that representation `i` stands for. */
export interface EntityBatch {
  readonly part: EntityPart;
  readonly representations: Record<string, unknown>[];
  readonly targets: Record<string, unknown>[][];
}

/** Gathers the objects that a part asks for, each representation once. */
export function gatherEntities(part: EntityPart, data: Record<string, unknown>): EntityBatch {
  const batch: EntityBatch = { part, representations: [], targets: [] };
  const objects =
    part.finders.length === 1 ? part.finders[0]?.find(data) : part.finders.flatMap((one) => one.find(data));
  if (!objects) return batch;
  const known = new Map<string, number>();
  for (const object of objects) {
    const representation = part.represent(object);
    if (!representation) continue;
    part.rewriteInput?.(representation);
    // One object has nothing to be told apart from.
    const key = objects.length > 1 ? JSON.stringify(representation) : '';
    const index = known.get(key);
    if (index === undefined) {
      known.set(key, batch.representations.length);
      batch.representations.push(representation);
      batch.targets.push([object]);
    } else batch.targets[index]?.push(object);
  }
  return batch;
}

/**
 * Merges a part's entities into the objects that they were asked for; false when the subgraph gave too few. What an
 * entity holds is shared by all its objects: within one operation a key means the same field with the same arguments
 * wherever it stands, so nothing that is merged into it later can differ between them.
 */
export function mergeEntities(data: Record<string, unknown> | undefined, batch: EntityBatch, merge: Merge): boolean {
  const entities = data?.[batch.part.key];
  if (!Array.isArray(entities)) return batch.representations.length === 0;
  for (let index = 0; index < batch.targets.length; index++) {
    const entity: unknown = entities[index];
    if (!isObject(entity)) continue;
    batch.part.rewriteOutput?.(entity);
    for (const object of batch.targets[index] ?? []) merge(object, entity);
  }
  return entities.length >= batch.representations.length;
}
