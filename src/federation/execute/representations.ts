import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isObject } from './merge.ts';

/** Tells whether a concrete type is, or implements or belongs to, another. */
export type IsSubtype = (typeName: string, conditionName: string) => boolean;

/** Builds the entity representation of one object, or nothing when the object lacks what the key needs. */
export type RepresentationBuilder = (target: Record<string, unknown>) => Record<string, unknown> | undefined;

type Writer = (source: Record<string, unknown>, into: Record<string, unknown>) => boolean;

/** Compiles the `requires` of a fetch into a function from an answer's object to its representation. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  isSubtype: IsSubtype,
): RepresentationBuilder {
  const write = compileSelections(requires, isSubtype);
  return (target) => {
    if (typeof target.__typename !== 'string') return undefined;
    const representation: Record<string, unknown> = {};
    const complete = write(target, representation);
    return complete && '__typename' in representation ? representation : undefined;
  };
}

function compileSelections(selections: readonly RequiresSelection[], isSubtype: IsSubtype): Writer {
  const writers = selections.map((selection) => compileSelection(selection, isSubtype));
  return (source, into) => {
    for (const write of writers) if (!write(source, into)) return false;
    return true;
  };
}

function compileSelection(selection: RequiresSelection, isSubtype: IsSubtype): Writer {
  if (selection.kind === 'FragmentSpread')
    throw new Error('A plan with named fragments in `requires` is not supported');
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    const write = compileSelections(selection.selections, isSubtype);
    return (source, into) => {
      const typeName = source.__typename;
      if (typeof typeName === 'string' && typeName !== typeCondition && !isSubtype(typeName, typeCondition))
        return true;
      return write(source, into);
    };
  }
  const { name, alias = name, selections } = selection;
  const writeInner = selections?.length ? compileSelections(selections, isSubtype) : undefined;
  return (source, into) => {
    const value = source[alias];
    if (value === undefined) return false;
    into[name] = writeInner ? copySelected(value, writeInner) : value;
    return true;
  };
}

function copySelected(value: unknown, write: Writer): unknown {
  if (Array.isArray(value)) return value.map((item) => copySelected(item, write));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  write(value, copy);
  return copy;
}
