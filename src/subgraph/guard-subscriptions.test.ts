import { createSourceEventStream, parse } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { OWNER } from '../base/owner.ts';
import type { Caller } from '../identity/index.ts';
import { citizenCaller } from '../identity/testing/callers.ts';
import { buildSubgraph, type Subgraph } from './build-subgraph.ts';
import { contextOf } from './testing/context-of.ts';

const citizen = citizenCaller('1571990101010001');
const anonymous: Caller = { kind: 'anonymous' };
const GUARD = '@policy(policies: [["owner"]])';

const opened: Subgraph[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Subscribes and says why it was refused, and whether the source was ever opened. */
async function subscribe(field: string, caller: Caller, isConsented = true) {
  let isSourceOpen = false;
  const source = {
    subscribe: async function* () {
      isSourceOpen = true;
      yield { value: 'v', [OWNER]: '1571990101010002' };
    },
    resolve: (event: unknown) => event,
  };
  const sdl = `
    type Query { n: Int }
    type Subscription { news: News secret: Secret entity: Citizen scoped: News @requiresScopes(scopes: [["admin"]]) }
    type News { value: String }
    type Secret @tag(name: "personal") ${GUARD} { value: String }
    type Citizen @key(fields: "value") @tag(name: "personal") ${GUARD} { value: String }`;
  const resolvers = {
    Query: { n: () => 1 },
    Subscription: { news: source, secret: source, entity: source, scoped: source },
  };
  const subgraph = await buildSubgraph({ name: 'opd', sdl, resolvers }, '');
  opened.push(subgraph);
  const result = await createSourceEventStream({
    schema: subgraph.schema,
    document: parse(`subscription { ${field} { value } }`),
    contextValue: { ...contextOf(caller), isConsented },
  });
  if ('next' in result && typeof result.next === 'function') await result.next();
  const code =
    'errors' in result ? (result.errors?.[0]?.originalError as { code?: string } | undefined)?.code : undefined;
  return { code, isSourceOpen };
}

it.each([
  ['news', anonymous, undefined],
  ['secret', anonymous, 'UNAUTHENTICATED'],
  ['entity', anonymous, 'UNAUTHENTICATED'],
  ['scoped', anonymous, 'UNAUTHENTICATED'],
  ['scoped', citizen, 'FORBIDDEN'],
  ['secret', citizen, undefined],
])('a subscription to %s is decided before its source is opened', async (field, caller, code) => {
  expect(await subscribe(field, caller)).toEqual({ code, isSourceOpen: code === undefined });
});

it('an application that the citizen has not consented to does not even learn when something happens to him', async () => {
  expect(await subscribe('secret', citizen, false)).toEqual({ code: 'CONSENT_MISSING', isSourceOpen: false });
  expect(await subscribe('news', citizen, false)).toEqual({ code: undefined, isSourceOpen: true });
});
