import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { ResponsePath } from '../operation/client-path.ts';
import { isObject } from './merge.ts';
import { createTypeTest, type IsSubtype } from './type-test.ts';

/** Finds the objects at a flatten path in an answer. */
export interface TargetFinder {
  /** The objects, in the order of the answer. */
  find(data: Record<string, unknown>): Record<string, unknown>[];
  /** Where each of them is; walked only when an error must be placed. */
  locate(data: Record<string, unknown>): { readonly object: Record<string, unknown>; readonly path: ResponsePath }[];
  /** The path down to the first list, which every target shares. */
  readonly prefix: ResponsePath;
}

type Visit = (value: Record<string, unknown>, path: (string | number)[] | null) => void;
type Walk = (value: unknown, path: (string | number)[] | null, visit: Visit) => void;

/** Compiles a flatten path, a list step (`@`) opening every element and a type condition keeping only its types. */
export function compileFlattenPath(segments: readonly FlattenNodePathSegment[], isSubtype: IsSubtype): TargetFinder {
  // The root has no type name in the data and needs none: a condition there always holds.
  const start = segments.findIndex((segment) => segment === '@' || 'Field' in segment);
  const steps = start < 0 ? [] : segments.slice(start);
  const walk = steps.reduceRight<Walk>((next, segment) => compileSegment(next, segment, isSubtype), visitTarget);
  return {
    find: (data) => {
      const targets: Record<string, unknown>[] = [];
      walk(data, null, (target) => targets.push(target));
      return targets;
    },
    locate: (data) => {
      const located: { object: Record<string, unknown>; path: ResponsePath }[] = [];
      walk(data, [], (object, path) => located.push({ object, path: [...(path ?? [])] }));
      return located;
    },
    prefix: prefixOf(steps),
  };
}

const visitTarget: Walk = (value, path, visit) => {
  if (isObject(value)) visit(value, path);
};

function compileSegment(next: Walk, segment: FlattenNodePathSegment, isSubtype: IsSubtype): Walk {
  if (segment === '@') return openList(next);
  if ('Field' in segment) return openField(segment.Field, next);
  const isOfType = createTypeTest(segment.TypeCondition, isSubtype);
  return (value, path, visit) => {
    if (isObject(value) && isOfType(value.__typename)) next(value, path, visit);
  };
}

function openField(key: string, next: Walk): Walk {
  return (value, path, visit) => {
    if (!isObject(value)) return;
    path?.push(key);
    next(value[key], path, visit);
    path?.pop();
  };
}

/** The planner writes one `@` for a list of lists too, so a list in a list is opened with it. */
function openList(next: Walk): Walk {
  const open: Walk = (value, path, visit) => {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      path?.push(index);
      if (Array.isArray(item)) open(item, path, visit);
      else next(item, path, visit);
      path?.pop();
    }
  };
  return open;
}

function prefixOf(segments: readonly FlattenNodePathSegment[]): ResponsePath {
  const prefix: string[] = [];
  for (const segment of segments) {
    if (segment === '@') break;
    if ('Field' in segment) prefix.push(segment.Field);
  }
  return prefix;
}
