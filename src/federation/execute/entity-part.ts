import type { TargetFinder } from './flatten-path.ts';
import type { Identity } from './identity.ts';
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
  /** Spares most representations of objects that stand in many places. */
  readonly identity: Identity | undefined;
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
  const { identity, represent, rewriteInput } = part;
  const batch: EntityBatch = { part, representations: [], targets: [] };
  const known = new Map<string | number, Target[]>();
  const printed = new Map<string, Target[]>();

  const gather = (object: Target): void => {
    const key = identity?.keyOf(object);
    const sameKey = key === undefined ? undefined : known.get(key);
    const first = sameKey?.[0];
    if (first && identity?.isSame(first, object)) {
      sameKey?.push(object);
      return;
    }
    const representation = represent(object);
    if (!representation) return;
    rewriteInput?.(representation);
    if (key === undefined || first) {
      const text = JSON.stringify(representation);
      const same = printed.get(text);
      if (same) same.push(object);
      else printed.set(text, add(batch, representation, object));
    } else known.set(key, add(batch, representation, object));
  };
  for (const finder of part.finders) finder.each(data, gather);
  return batch;
}

type Target = Record<string, unknown>;

function add({ representations, targets }: EntityBatch, representation: Target, object: Target): Target[] {
  const ofRepresentation = [object];
  representations.push(representation);
  targets.push(ofRepresentation);
  return ofRepresentation;
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
