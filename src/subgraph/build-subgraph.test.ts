import { execute, type GraphQLSchema, parse } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { OWNER } from '../base/owner.ts';
import type { Caller } from '../identity/index.ts';
import { citizenCaller } from '../identity/testing/callers.ts';
import { buildSubgraph, type Subgraph } from './build-subgraph.ts';
import type { SubgraphModule } from './subgraph-module.ts';
import { contextOf } from './testing/context-of.ts';

const shared = 'scalar NIK @tag(name: "personal")';
const GUARD = '@policy(policies: [["owner"]])';
const mine = '1571990101010001';
const theirs = '1571990101010002';
const citizen = citizenCaller(mine);

const module: SubgraphModule = {
  name: 'opd',
  sdl: `
    type Query {
      secret: Secret ${GUARD}
      found(owner: NIK!): Secret
      list(owners: [NIK!]!): [[Secret]]
      open: Open
      scoped: Int @requiresScopes(scopes: [["admin"]])
    }
    type Open { secret: Secret ${GUARD} note: String }
    type Secret @tag(name: "personal") ${GUARD} { value: String }
    type Citizen @key(fields: "nik") { nik: NIK! ${GUARD} name: String @tag(name: "personal") ${GUARD} }`,
  resolvers: {
    Query: {
      secret: () => ({ value: 's', [OWNER]: theirs }),
      open: () => ({ note: 'n', secret: { value: 's', [OWNER]: theirs }, [OWNER]: mine }),
      scoped: () => 1,
      found: async (_root: unknown, { owner }: { owner: string }) => ({ value: 's', [OWNER]: owner }),
      list: (_root: unknown, { owners }: { owners: string[] }) => [
        owners.map((owner) => ({ value: 's', [OWNER]: owner })),
        null,
      ],
    },
    Citizen: { name: () => 'n' },
  },
};

const opened: Subgraph[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function build(): Promise<GraphQLSchema> {
  const subgraph = await buildSubgraph(module, shared);
  opened.push(subgraph);
  return subgraph.schema;
}

async function ask(query: string, caller: Caller = citizen) {
  const contextValue = contextOf(caller);
  const result = await execute({ schema: await build(), document: parse(query), contextValue });
  return {
    data: result.data && (JSON.parse(JSON.stringify(result.data)) as unknown),
    codes: result.errors?.map((error) => (error.originalError as { code?: string }).code) ?? [],
  };
}

const entity = (nik: string) =>
  `{ _entities(representations: [{ __typename: "Citizen", nik: "${nik}" }]) { ... on Citizen { name } } }`;

describe('a guarded subgraph', () => {
  it('gives a citizen his own entity and nobody else’s', async () => {
    expect(await ask(entity(mine))).toEqual({ data: { _entities: [{ name: 'n' }] }, codes: [] });
    expect(await ask(entity(theirs))).toEqual({ data: { _entities: [{ name: null }] }, codes: ['FORBIDDEN'] });
  });

  it('guards the fields of a type however it is reached', async () => {
    // Query itself belongs to nobody, and the record inside Open to somebody else than Open.
    expect((await ask('{ secret { value } }')).codes).toEqual(['FORBIDDEN']);
    expect(await ask('{ open { note secret { value } } }')).toEqual({
      data: { open: { note: 'n', secret: null } },
      codes: ['FORBIDDEN'],
    });
  });

  it('checks an object that was found by something else than its owner, once it is known whose it is', async () => {
    expect(await ask(`{ found(owner: "${mine}") { value } }`)).toEqual({ data: { found: { value: 's' } }, codes: [] });
    expect(await ask(`{ found(owner: "${theirs}") { value } }`)).toEqual({
      data: { found: null },
      codes: ['FORBIDDEN'],
    });
  });

  it('refuses a whole list for one record in it that is somebody else’s', async () => {
    expect(await ask(`{ list(owners: ["${mine}", "${mine}"]) { value } }`)).toEqual({
      data: { list: [[{ value: 's' }, { value: 's' }], null] },
      codes: [],
    });
    expect(await ask(`{ list(owners: ["${mine}", "${theirs}"]) { value } }`)).toEqual({
      data: { list: null },
      codes: ['FORBIDDEN'],
    });
  });

  it('asks nobody’s leave for open fields', async () => {
    expect(await ask('{ open { note } }', { kind: 'anonymous' })).toEqual({ data: { open: { note: 'n' } }, codes: [] });
  });

  it('tells someone without a token to log in', async () => {
    expect((await ask(entity(mine), { kind: 'anonymous' })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('refuses a scope that the token does not have', async () => {
    expect(await ask('{ scoped }')).toEqual({ data: { scoped: null }, codes: ['FORBIDDEN'] });
    expect((await ask('{ scoped }', { ...citizen, scopes: new Set(['admin']) })).codes).toEqual([]);
  });

  it('gives null for an entity type that it does not resolve', async () => {
    expect(
      (await ask('{ _entities(representations: [{ __typename: "Open", note: "x" }]) { __typename } }')).data,
    ).toEqual({ _entities: [null] });
  });

  it('shows its SDL to a composer', async () => {
    expect((await ask('{ _service { sdl } }')).data).toMatchObject({
      _service: { sdl: expect.stringContaining('@link') },
    });
  });
});
