import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isObject } from './merge.ts';
import { createTypeTest, type IsSubtype } from './type-test.ts';

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
    if (!write(target, representation)) return undefined;
    return identifies(representation) ? representation : undefined;
  };
}

/** A representation in which everything is null names no entity; asking for it would only bring an error. */
function identifies(representation: Readonly<Record<string, unknown>>): boolean {
  if (representation.__typename === undefined) return false;
  let isBare = true;
  for (const key in representation) {
    if (key === '__typename') continue;
    if (representation[key] !== null) return true;
    isBare = false;
  }
  return isBare;
}

function compileSelections(selections: readonly RequiresSelection[], isSubtype: IsSubtype): Writer {
  const writers = selections.map((selection) => compileSelection(selection, isSubtype));
  const [only] = writers;
  if (only && writers.length === 1) return only;
  return (source, into) => {
    for (const write of writers) if (!write(source, into)) return false;
    return true;
  };
}

function compileSelection(selection: RequiresSelection, isSubtype: IsSubtype): Writer {
  if (selection.kind === 'FragmentSpread')
    throw new Error('A plan with named fragments in `requires` is not supported');
  if (selection.kind === 'InlineFragment') {
    const isOfType = createTypeTest([selection.typeCondition], isSubtype);
    const write = compileSelections(selection.selections, isSubtype);
    return (source, into) => !isOfType(source.__typename) || write(source, into);
  }
  const { name, alias = name, selections } = selection;
  if (!selections?.length)
    return (source, into) => {
      const value = source[alias];
      if (value === undefined) return false;
      into[name] = value;
      return true;
    };
  const writeInner = compileSelections(selections, isSubtype);
  return (source, into) => {
    const value = copySelected(source[alias], writeInner);
    if (value === undefined) return false;
    into[name] = value;
    return true;
  };
}

/** Undefined when an object lacks what is required of it: the subgraph would compute from less than it asked for. */
function copySelected(value: unknown, write: Writer): unknown {
  if (Array.isArray(value)) {
    const copies = value.map((item) => copySelected(item, write));
    return copies.includes(undefined) ? undefined : copies;
  }
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  return write(value, copy) ? copy : undefined;
}
