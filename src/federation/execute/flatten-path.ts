import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isObject } from './merge.ts';

export type ResponsePath = readonly (string | number)[];

/** Finds the objects at a flatten path in an answer. */
export interface TargetFinder {
  /** The objects, in the order of the answer. */
  find(data: Record<string, unknown>): Record<string, unknown>[];
  /** Where each of them is, in the same order; walked only when an error must be placed. */
  locate(data: Record<string, unknown>): ResponsePath[];
  /** The path down to the first list, which every target shares. */
  readonly prefix: ResponsePath;
}

type Visit = (value: Record<string, unknown>, path: (string | number)[] | null) => void;
type Walk = (value: unknown, path: (string | number)[] | null, visit: Visit) => void;

/** Compiles a flatten path, a list step (`@`) opening every element and a type condition keeping only its types. */
export function compileFlattenPath(segments: readonly FlattenNodePathSegment[]): TargetFinder {
  const walk = segments.reduceRight<Walk>(compileSegment, visitTarget);
  return {
    find: (data) => {
      const targets: Record<string, unknown>[] = [];
      walk(data, null, (target) => targets.push(target));
      return targets;
    },
    locate: (data) => {
      const paths: ResponsePath[] = [];
      walk(data, [], (_target, path) => paths.push([...(path ?? [])]));
      return paths;
    },
    prefix: prefixOf(segments),
  };
}

const visitTarget: Walk = (value, path, visit) => {
  if (Array.isArray(value)) throw new Error('The plan flattens a list without opening it');
  if (isObject(value)) visit(value, path);
};

function compileSegment(next: Walk, segment: FlattenNodePathSegment): Walk {
  if (segment === '@') return openList(next);
  if ('Field' in segment) return openField(segment.Field, next);
  const types = new Set(segment.TypeCondition);
  return (value, path, visit) => {
    if (isObject(value) && types.has(String(value.__typename))) next(value, path, visit);
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

function openList(next: Walk): Walk {
  return (value, path, visit) => {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index++) {
      path?.push(index);
      next(value[index], path, visit);
      path?.pop();
    }
  };
}

function prefixOf(segments: readonly FlattenNodePathSegment[]): ResponsePath {
  const prefix: string[] = [];
  for (const segment of segments) {
    if (segment === '@') break;
    if ('Field' in segment) prefix.push(segment.Field);
  }
  return prefix;
}
