import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import { isObject } from './merge.ts';
import { createTypeTest, type IsSubtype } from './type-test.ts';

/** Changes an object in place. */
export type Rewrite = (object: Record<string, unknown>) => void;

/** Compiles the rewrites of a fetch, or nothing when it has none, so that the plain path pays nothing for them. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | null | undefined,
  isSubtype: IsSubtype,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isSubtype));
  return (object) => {
    for (const apply of compiled) apply(object);
  };
}

/** Under which names the planner's own aliases reach the client's answer. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | null | undefined): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue;
    const last = rewrite.KeyRenamer.path.at(-1);
    if (last && 'Key' in last) renamed.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return renamed;
}

function compileRewrite(rewrite: FetchRewrite, isSubtype: IsSubtype): Rewrite {
  if ('KeyRenamer' in rewrite) return renameKey(rewrite.KeyRenamer, isSubtype);
  return setValue('ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite, isSubtype);
}

/** The old key stays: nothing reads it, and deleting it would slow down every later access to the object. */
function renameKey({ path, renameKeyTo }: KeyRenamer, isSubtype: IsSubtype): Rewrite {
  return atLastKey(path, isSubtype, (object, key) => {
    if (object[key] !== undefined) object[renameKeyTo] = object[key];
  });
}

function setValue({ path, setValueTo }: ValueSetter, isSubtype: IsSubtype): Rewrite {
  return atLastKey(path, isSubtype, (object, key) => {
    if (object[key] !== undefined) object[key] = setValueTo;
  });
}

type Change = (object: Record<string, unknown>, key: string) => void;

/** Rewrite paths name no lists: every list on the way is opened. */
function atLastKey(path: readonly FetchNodePathSegment[], isSubtype: IsSubtype, change: Change): Rewrite {
  const [segment, ...rest] = path;
  if (!segment) throw new Error('The plan has a rewrite without a path');
  if ('TypenameEquals' in segment) {
    const isOfType = createTypeTest(asList(segment.TypenameEquals), isSubtype);
    const apply = atLastKey(rest, isSubtype, change);
    return (object) => {
      if (object.__typename === undefined || isOfType(object.__typename)) apply(object);
    };
  }
  const key = segment.Key;
  if (rest.length === 0) return (object) => change(object, key);
  const apply = atLastKey(rest, isSubtype, change);
  return (object) => applyToEach(object[key], apply);
}

function applyToEach(value: unknown, apply: Rewrite): void {
  if (Array.isArray(value)) for (const item of value) applyToEach(item, apply);
  else if (isObject(value)) apply(value);
}

// One type used to be written without its list.
function asList(types: string[] | string): string[] {
  return typeof types === 'string' ? [types] : types;
}
