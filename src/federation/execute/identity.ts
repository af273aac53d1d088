import type { RequiresSelection } from '@graphql-hive/router-query-planner';

type Target = Record<string, unknown>;

/** Tells objects apart that a fetch asks for, without making their representations. */
export interface Identity {
  /** A field to look objects up by; undefined where only the representation itself can tell. */
  keyOf(target: Target): string | number | undefined;
  /** Whether two objects of the same key have the same representation. */
  isSame(one: Target, other: Target): boolean;
}

/**
 * Compiles the identity of the usual entity: of one type, with a key or `@requires` of plain fields. Lists hold the same
 * entity many times, and comparing its fields costs a tenth of printing a representation.
 */
export function compileIdentity(requires: readonly RequiresSelection[]): Identity | undefined {
  const [fragment] = requires;
  if (requires.length !== 1 || fragment?.kind !== 'InlineFragment') return undefined;
  const fields: string[] = [];
  for (const selection of fragment.selections) {
    if (selection.kind !== 'Field' || selection.selections?.length) return undefined;
    if (selection.name !== '__typename') fields.push(selection.alias ?? selection.name);
  }
  const [first, ...others] = fields;
  if (first === undefined) return undefined;
  const type = fragment.typeCondition;
  return {
    keyOf: (target) => {
      const value = target[first];
      if (target.__typename !== type || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
      for (const field of others) if (!isPlain(target[field])) return undefined;
      return value;
    },
    isSame: (one, other) => {
      for (const field of others) if (one[field] !== other[field]) return false;
      return true;
    },
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
}
