import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  Kind,
  parse,
  print,
} from 'graphql';

/** The first lines of every subgraph of a test: Federation 2 with all its directives. */
export const federationLink = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag", "@interfaceObject"
])
`;

const federationDirectives = `
directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
directive @shareable repeatable on OBJECT | FIELD_DEFINITION
directive @external on OBJECT | FIELD_DEFINITION
directive @requires(fields: String!) on FIELD_DEFINITION
directive @provides(fields: String!) on FIELD_DEFINITION
directive @override(from: String!) on FIELD_DEFINITION
directive @interfaceObject on OBJECT
directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ENUM | ENUM_VALUE | SCALAR | INPUT_OBJECT | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ENUM | ENUM_VALUE | SCALAR | INPUT_OBJECT | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
scalar _Any
type _Service { sdl: String }
`;

export interface SubgraphBehaviour {
  /** Resolves every field that the subgraph's SDL declares. */
  readonly resolveField: GraphQLFieldResolver<unknown, unknown>;
  /** Finds the entity that a representation names: an object with its concrete `__typename`, or null. */
  readonly resolveReference: (
    representation: Readonly<Record<string, unknown>>,
    context: unknown,
    schema: GraphQLSchema,
  ) => unknown;
}

/** Builds the executable schema of one subgraph, with the `_service` and `_entities` that Federation asks for. */
export function buildSubgraph(sdl: string, { resolveField, resolveReference }: SubgraphBehaviour): GraphQLSchema {
  const document = withoutExtensions(parse(sdl));
  const entities = entityTypes(document);
  const own = document.definitions.filter((definition) => definition.kind !== Kind.SCHEMA_EXTENSION);
  const extension =
    entities.length > 0
      ? `union _Entity = ${entities.join(' | ')}
         extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`
      : 'extend type Query { _service: _Service! }';
  const query = own.some((definition) => isObjectNamed(definition, 'Query')) ? '' : 'type Query';
  return makeExecutableSchema({
    typeDefs: [federationDirectives, print({ kind: Kind.DOCUMENT, definitions: own }), query, extension],
    resolvers: {
      ...fieldResolvers(own, resolveField),
      ...abstractResolvers(own),
      ...(entities.length > 0 && { _Entity: { __resolveType: typeOf } }),
      Query: {
        ...fieldResolvers(own, resolveField).Query,
        _service: () => ({ sdl }),
        ...(entities.length > 0 && {
          _entities: (_: unknown, args: Entities, context: unknown, { schema }: GraphQLResolveInfo) =>
            args.representations.map((representation) => resolveReference(representation, context, schema)),
        }),
      },
    },
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
  });
}

/** An extension of a type that the subgraph does not define is, in Federation, its definition. */
function withoutExtensions(document: DocumentNode): DocumentNode {
  const defined = new Set(
    document.definitions.flatMap((it) => (it.kind === Kind.OBJECT_TYPE_DEFINITION ? [it.name.value] : [])),
  );
  const definitions = document.definitions.map(
    (it): DefinitionNode =>
      it.kind === Kind.OBJECT_TYPE_EXTENSION && !defined.has(it.name.value)
        ? { ...it, kind: Kind.OBJECT_TYPE_DEFINITION }
        : it,
  );
  return { ...document, definitions };
}

interface Entities {
  readonly representations: readonly Readonly<Record<string, unknown>>[];
}

const typeOf: GraphQLTypeResolver<unknown, unknown> = (value) =>
  (value as { readonly __typename?: string } | null)?.__typename;

function isObjectNamed(definition: DefinitionNode, name: string): boolean {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === name;
}

function fieldResolvers(definitions: readonly DefinitionNode[], resolve: GraphQLFieldResolver<unknown, unknown>) {
  const resolvers: Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>> = {};
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const fields = (definition.fields ?? []).map((field) => [field.name.value, resolve] as const);
    resolvers[definition.name.value] = Object.fromEntries(fields);
  }
  return resolvers;
}

function abstractResolvers(definitions: readonly DefinitionNode[]) {
  const resolvers: Record<string, { __resolveType: GraphQLTypeResolver<unknown, unknown> }> = {};
  for (const definition of definitions) {
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_DEFINITION)
      resolvers[definition.name.value] = { __resolveType: typeOf };
  }
  return resolvers;
}

/** Object types with a resolvable key; the objects of an interface with a key need one each, so they are among them. */
function entityTypes(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const keys = (definition.directives ?? []).filter((directive) => directive.name.value === 'key');
    const isResolvable = keys.some(
      (key) => !key.arguments?.some(({ name, value }) => name.value === 'resolvable' && print(value) === 'false'),
    );
    return isResolvable ? [definition.name.value] : [];
  });
}
