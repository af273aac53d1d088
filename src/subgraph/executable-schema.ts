import { makeExecutableSchema } from '@graphql-tools/schema';
import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { OWNER } from '../base/owner.ts';
import { scalars } from './scalars.ts';
import type { SubgraphContext, SubgraphModule } from './subgraph-module.ts';

type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/**
 * Builds the executable schema of a subgraph: its own types and resolvers, plus what a federation engine asks for
 * (`_entities`, `_service`; Federation 2 subgraph specification).
 */
export function buildExecutableSchema(module: SubgraphModule, sdl: string, document: DocumentNode): GraphQLSchema {
  const entities = listEntities(document);
  return makeExecutableSchema({
    typeDefs: [withoutDirectives(document), federationTypes(document, entities)],
    resolvers: {
      ...pick(scalars, document),
      ...module.resolvers,
      Query: {
        ...module.resolvers.Query,
        _service: () => ({ sdl }),
        ...(entities.length > 0 && { _entities: resolveEntities(module, new Set(entities)) }),
      },
    },
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}

function resolveEntities(module: SubgraphModule, entities: ReadonlySet<string>) {
  return (
    _root: unknown,
    { representations }: { representations: readonly Representation[] },
    context: SubgraphContext,
  ) =>
    representations.map((representation) => {
      const { __typename } = representation;
      if (!entities.has(__typename)) return null;
      const resolve = module.references?.[__typename];
      return resolve ? named(__typename, resolve(representation, context)) : asEntity(representation);
    });
}

/** Says of which type a found entity is; what was found is shared between requests and stays as it is. */
async function named(typeName: string, found: unknown): Promise<object | null> {
  const entity = await found;
  return typeof entity === 'object' && entity !== null ? { ...entity, __typename: typeName } : null;
}

// Types whose key says whose it is; the hub's own subgraph has made the keys, and no client can.
const OWNED_BY_NIK = new Set(['Citizen', 'Application']);

/** A citizen owns himself and his applications; nothing else is anybody's by its key alone. */
function asEntity(representation: Representation): Representation {
  const nik = OWNED_BY_NIK.has(representation.__typename) ? representation.nik : undefined;
  return typeof nik === 'string' ? { ...representation, [OWNER]: nik } : representation;
}

function listEntities(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const keys = (definition.directives ?? []).filter((directive) => directive.name.value === 'key');
    const resolvable = keys.some((key) => !key.arguments?.some((one) => one.name.value === 'resolvable'));
    return resolvable ? [definition.name.value] : [];
  });
}

function federationTypes(document: DocumentNode, entities: readonly string[]): string {
  const hasQuery = document.definitions.some(
    (one) => one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === 'Query',
  );
  const entityTypes = `scalar _Any union _Entity = ${entities.join(' | ')}`;
  const entityField = '_entities(representations: [_Any!]!): [_Entity]!';
  return `
    type _Service { sdl: String }
    ${entities.length > 0 ? entityTypes : ''}
    ${hasQuery ? 'extend ' : ''}type Query { _service: _Service! ${entities.length > 0 ? entityField : ''} }`;
}

// Federation's directives have done their work by now, and the executable schema would have to define each of them.
function withoutDirectives(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (node) => (node.name.value === 'deprecated' || node.name.value === 'specifiedBy' ? undefined : null),
    [Kind.SCHEMA_EXTENSION]: () => null,
  });
}

function pick<Value>(all: Readonly<Record<string, Value>>, document: DocumentNode): Record<string, Value> {
  const defined = new Set(
    document.definitions.flatMap((one) => (one.kind === Kind.SCALAR_TYPE_DEFINITION ? [one.name.value] : [])),
  );
  return Object.fromEntries(Object.entries(all).filter(([name]) => defined.has(name)));
}
