import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { OWNER, type Owned } from '../base/owner.ts';
import { enforce, type Guard } from './enforce.ts';
import type { SubgraphContext } from './subgraph-module.ts';

type Resolve = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * Wraps every field through which an object of a guarded type can enter an answer: each object must be the caller's to
 * see, by its own owner, or the whole field is refused.
 */
export function guardEntries(schema: GraphQLSchema, entries: ReadonlyMap<string, Guard>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const guard = entries.get(getNamedType(field.type).name);
      if (guard) field.resolve = guardEntry(field.resolve ?? defaultFieldResolver, guard);
    }
  }
}

function guardEntry(resolve: Resolve, guard: Guard): Resolve {
  return (parent, args, context, info) => {
    const result: unknown = resolve(parent, args, context, info);
    if (!(result instanceof Promise)) return checkEach(result, guard, context);
    return result.then((value) => checkEach(value, guard, context));
  };
}

/** Gives the value back when every object in it may be seen. */
function checkEach(value: unknown, guard: Guard, context: SubgraphContext): unknown {
  if (Array.isArray(value)) for (const item of value) checkEach(item, guard, context);
  else if (typeof value === 'object' && value !== null && !(value instanceof Error)) {
    enforce(guard, context, (value as Owned)[OWNER]);
    noteAbout(value, guard, context);
  }
  return value;
}

/** Whoever is shown to another finds it in his log, too. */
function noteAbout(value: object, { about, mark }: Guard, { trail }: SubgraphContext): void {
  const number = about && (value as Readonly<Record<string, unknown>>)[about.field];
  if (about && mark && typeof number === 'string') trail.show({ kind: about.kind, number }, mark);
}
