import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { ResponsePath } from '../operation/client-path.ts';
import { isObject } from './merge.ts';
import { createTypeTest, type IsSubtype } from './type-test.ts';

type Target = Record<string, unknown>;
type Visit = (target: Target) => void;
type Walk = (value: unknown, visit: Visit) => void;
type VisitPath = (target: Target, path: (string | number)[]) => void;
type WalkPath = (value: unknown, path: (string | number)[], visit: VisitPath) => void;

/** Finds the objects at a flatten path in an answer. */
export interface TargetFinder {
  /** Visits the objects, in the order of the answer. */
  each(data: Target, visit: Visit): void;
  /** Where each of them is; walked only when an error must be placed. */
  locate(data: Target): { readonly object: Target; readonly path: ResponsePath }[];
  /** The path down to the first list, which every target shares. */
  readonly prefix: ResponsePath;
}

/** Compiles a flatten path, a list step (`@`) opening every element and a type condition keeping only its types. */
export function compileFlattenPath(segments: readonly FlattenNodePathSegment[], isSubtype: IsSubtype): TargetFinder {
  // The root has no type name in the data and needs none: a condition there always holds.
  const start = segments.findIndex((segment) => segment === '@' || 'Field' in segment);
  const steps = start < 0 ? [] : segments.slice(start);
  const walk = steps.reduceRight<Walk>((next, segment) => compileStep(next, segment, isSubtype), visitTarget);
  const walkPath = steps.reduceRight<WalkPath>((next, segment) => compilePathStep(next, segment, isSubtype), visitPath);
  return {
    each: walk,
    locate: (data) => {
      const located: { object: Target; path: ResponsePath }[] = [];
      walkPath(data, [], (object, path) => located.push({ object, path: [...path] }));
      return located;
    },
    prefix: prefixOf(steps),
  };
}

const visitTarget: Walk = (value, visit) => {
  if (isObject(value)) visit(value);
};

function compileStep(next: Walk, segment: FlattenNodePathSegment, isSubtype: IsSubtype): Walk {
  if (segment === '@') return openList(next);
  if ('Field' in segment) {
    const key = segment.Field;
    return (value, visit) => {
      if (isObject(value)) next(value[key], visit);
    };
  }
  const isOfType = createTypeTest(segment.TypeCondition, isSubtype);
  return (value, visit) => {
    if (isObject(value) && isOfType(value.__typename)) next(value, visit);
  };
}

/** The planner writes one `@` for a list of lists too, so a list in a list is opened with it. */
function openList(next: Walk): Walk {
  const open: Walk = (value, visit) => {
    if (!Array.isArray(value)) return;
    for (const item of value) {
      if (Array.isArray(item)) open(item, visit);
      else next(item, visit);
    }
  };
  return open;
}

const visitPath: WalkPath = (value, path, visit) => {
  if (isObject(value)) visit(value, path);
};

/** The same once more, keeping the way. */
function compilePathStep(next: WalkPath, segment: FlattenNodePathSegment, isSubtype: IsSubtype): WalkPath {
  if (segment === '@') return openListOnPath(next);
  if ('Field' in segment) {
    const key = segment.Field;
    return (value, path, visit) => {
      if (isObject(value)) within(path, key, () => next(value[key], path, visit));
    };
  }
  const isOfType = createTypeTest(segment.TypeCondition, isSubtype);
  return (value, path, visit) => {
    if (isObject(value) && isOfType(value.__typename)) next(value, path, visit);
  };
}

function openListOnPath(next: WalkPath): WalkPath {
  const open: WalkPath = (value, path, visit) => {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries())
      within(path, index, () => (Array.isArray(item) ? open(item, path, visit) : next(item, path, visit)));
  };
  return open;
}

function within(path: (string | number)[], segment: string | number, walk: () => void): void {
  path.push(segment);
  walk();
  path.pop();
}

function prefixOf(segments: readonly FlattenNodePathSegment[]): ResponsePath {
  const prefix: string[] = [];
  for (const segment of segments) {
    if (segment === '@') break;
    if ('Field' in segment) prefix.push(segment.Field);
  }
  return prefix;
}
