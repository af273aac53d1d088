import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type ExecutionResult,
  execute,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type { Representation, SubgraphModule } from './subgraph-module.ts';

/** What a router sends. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

const FEDERATION = `
directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
directive @external on FIELD_DEFINITION
directive @requires(fields: String!) on FIELD_DEFINITION
directive @provides(fields: String!) on FIELD_DEFINITION
scalar _Any
type _Service { sdl: String }
`;

/** Builds what answers a subgraph's requests, by graphql-js, with the `_service` and `_entities` of Federation. */
export function buildExecutor(module: SubgraphModule): (request: SubgraphRequest) => Promise<ExecutionResult> {
  const schema = buildASTSchema(completeSdl(module.sdl));
  const rootValue = {
    ...module.query,
    _service: { sdl: module.sdl },
    _entities: ({ representations }: { representations: readonly Representation[] }) =>
      representations.map(module.findEntity),
  };
  return async ({ query, variables }) => {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : execute({ schema, document, rootValue, variableValues: variables ?? null });
  };
}

/** What a subgraph declares, together with what Federation adds to it. */
function completeSdl(sdl: string): DocumentNode {
  const own = parse(sdl).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const objects = own.filter(isObject);
  const entities = objects.filter(({ directives }) => directives?.some(({ name }) => name.value === 'key'));
  const query = objects.some(({ name }) => name.value === 'Query') ? 'extend type Query' : 'type Query';
  const added = parse(`${FEDERATION}
    union _Entity = ${entities.map(({ name }) => name.value).join(' | ')}
    ${query} { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`);
  return { kind: Kind.DOCUMENT, definitions: [...own, ...added.definitions] };
}

function isObject(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION;
}
