import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
} from 'graphql';
import { writeCall } from './walk-schema.ts';

/** Asks a subgraph for one object of a type by its key, as the hub does, and for everything below it. */
export interface EntityStep {
  readonly type: string;
  readonly key: string;
  readonly place: string;
  readonly operation: string;
}

/** Walks everything that a subgraph gives to whoever brings the key of an object, as `$of`. */
export function walkEntities(schema: GraphQLSchema, document: DocumentNode, identifier: string): EntityStep[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const key = definition.directives
      ?.find(({ name }) => name.value === 'key')
      ?.arguments?.find(({ name }) => name.value === 'fields')?.value;
    const type = schema.getType(definition.name.value);
    if (key?.kind !== Kind.STRING || !isObjectType(type)) return [];
    const of = { type: type.name, key: key.value };
    return listSelections(type, identifier, type.name, [type.name]).map(({ place, selection }) => ({
      ...of,
      place,
      operation: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} ${selection} } }`,
    }));
  });
}

interface Selection {
  readonly place: string;
  readonly selection: string;
}

/** One field at a time: a refused one must not hide what the next would show. */
function listSelections(
  type: GraphQLObjectType,
  identifier: string,
  place: string,
  seen: readonly string[],
): Selection[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    const [call, at] = [writeCall(field, identifier), `${place}.${field.name}`];
    if (isLeafType(target)) return [{ place: at, selection: `{ ${call} }` }];
    if (!isObjectType(target) || seen.includes(target.name)) return [];
    return listSelections(target, identifier, at, [...seen, target.name]).map((inner) => ({
      place: inner.place,
      selection: `{ ${call} ${inner.selection} }`,
    }));
  });
}
