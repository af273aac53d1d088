import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type TypeNode,
  validate,
  visit,
} from 'graphql';
import {
  composeSupergraph,
  createEngine,
  createLocalLink,
  type Engine,
  type SubgraphLink,
} from '../../../src/federation/index.ts';
import { buildSubgraph } from '../support/build-subgraph.ts';
import { createTextLink } from '../support/create-text-link.ts';
import { findDifference } from './compare-answers.ts';
import { generateQuery } from './generate-query.ts';
import { behaviour, resolveField, type Weather } from './resolvers.ts';
import { shrinkQuery } from './shrink-query.ts';
import { monolithSdl, subgraphSdls } from './world.ts';

/** Both sides of the comparison: one server that has everything, and the engine over four that have a part each. */
export interface Sides {
  readonly monolith: GraphQLSchema;
  /** The monolith with every type nullable, so that no failing field is hidden by another. */
  readonly nullable: GraphQLSchema;
  readonly engine: Engine;
}

export type LinkKind = 'local' | 'remote';

/** Builds the monolith and the engine over its subgraphs. */
export function createSides(kind: LinkKind): Sides {
  const subgraphs = Object.entries(subgraphSdls).map(([name, sdl]) => ({ name, sdl }));
  const links = subgraphs.map(({ name, sdl }): SubgraphLink => {
    const schema = buildSubgraph(sdl, behaviour);
    return kind === 'remote'
      ? createTextLink(name, schema)
      : createLocalLink(name, schema, (requestContext) => requestContext);
  });
  return {
    monolith: buildMonolith(parse(monolithSdl)),
    nullable: buildMonolith(stripNonNull(parse(monolithSdl))),
    engine: createEngine({ supergraphSdl: composeSupergraph(subgraphs), links }),
  };
}

/** Runs one seed; the answer says what differed, with the smallest query that shows it. */
export async function runSeed(sides: Sides, seed: number): Promise<string | undefined> {
  const query = generateQuery(sides.monolith, seed);
  const weather: Weather = { seed, failuresPerThousand: seed % 2 ? 60 : 0 };
  const check = (text: string) => checkQuery(sides, text, query.variables, weather);
  const difference = await check(query.text);
  if (!difference || difference === INVALID) return difference;
  const kind = difference.slice(0, 12);
  const smallest = await shrinkQuery(query.text, async (text) => (await check(text))?.slice(0, 12) === kind);
  return `seed ${seed}\n${print(parse(smallest))}\nvariables ${JSON.stringify(query.variables)}\n${await check(smallest)}`;
}

/** The answer of `runSeed` for a query that is not valid, and so proves nothing. */
export const INVALID = 'invalid';

async function checkQuery(
  { monolith, nullable, engine }: Sides,
  text: string,
  variables: Record<string, unknown>,
  weather: Weather,
): Promise<string | undefined> {
  const document = parse(text, { noLocation: true });
  if (validate(monolith, document).length > 0) return INVALID;
  const request = { document, variableValues: variables, contextValue: weather };
  const expected = await execute({ schema: monolith, ...request });
  const actual = await engine.execute({ document, documentKey: text, variables, context: weather });
  const unmasked = expected.errors ? await execute({ schema: nullable, ...request }) : undefined;
  const failing = new Set(unmasked?.errors?.map((error) => JSON.stringify(error.path)));
  return findDifference(expected, actual, failing);
}

function buildMonolith(document: DocumentNode): GraphQLSchema {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION)
      resolvers[definition.name.value] = Object.fromEntries(
        (definition.fields ?? []).map((field) => [field.name.value, resolveField]),
      );
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_DEFINITION)
      resolvers[definition.name.value] = {
        __resolveType: (value: { readonly __typename: string }) => {
          if (!value.__typename) throw new GraphQLError('The value has no type');
          return value.__typename;
        },
      };
  }
  return makeExecutableSchema({ typeDefs: document, resolvers });
}

function stripNonNull(document: DocumentNode): DocumentNode {
  const strip = (type: TypeNode): TypeNode => {
    if (type.kind === Kind.NON_NULL_TYPE) return strip(type.type);
    return type.kind === Kind.LIST_TYPE ? { ...type, type: strip(type.type) } : type;
  };
  return visit(document, { FieldDefinition: (field) => ({ ...field, type: strip(field.type) }) });
}
