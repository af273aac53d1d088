import fastify, { type FastifyPluginAsync } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import mercurius from 'mercurius';
import mercuriusAuthModule, { type MercuriusAuthOptions } from 'mercurius-auth';
import { OWNER, type Owned } from '../base/owner.ts';
import { enforce, type Guard } from './enforce.ts';
import { buildExecutableSchema } from './executable-schema.ts';
import { type ExpandedRules, expandRules } from './expand-rules.ts';
import { federationLink } from './federation-sdl.ts';
import { guardEntries } from './guard-entries.ts';
import { guardSubscriptions } from './guard-subscriptions.ts';
import type { SubgraphContext, SubgraphModule } from './subgraph-module.ts';

// The package is CommonJS whose types promise an ES default export; at run time the module is the plugin itself.
const mercuriusAuth = mercuriusAuthModule as unknown as FastifyPluginAsync<MercuriusAuthOptions>;

/** A guarded subgraph that can be executed. */
export interface Subgraph {
  readonly name: string;
  /** Federation 2 SDL for composition. */
  readonly sdl: string;
  /** Every guarded field's resolver checks its rules before it runs. */
  readonly schema: GraphQLSchema;
  close(): Promise<void>;
}

/** The whole SDL of a subgraph, as it is composed. */
export function composeSubgraphSdl(module: SubgraphModule, sharedSdl: string): string {
  return `${federationLink}\n${module.sdl}\n${sharedSdl}`;
}

/**
 * Builds a subgraph on Mercurius, guarded by mercurius-auth.
 * @throws HubError CONFIG_INVALID for an SDL that is wrong or leaves personal data without a guard.
 */
export async function buildSubgraph(module: SubgraphModule, sharedSdl: string): Promise<Subgraph> {
  const sdl = composeSubgraphSdl(module, sharedSdl);
  const document = parse(sdl);
  const rules = expandRules(module.name, document);
  const schema = buildExecutableSchema(module, sdl, document);
  guardEntries(schema, rules.entries);
  guardSubscriptions(module.name, schema, rules);
  const app = fastify({ logger: false });
  await app.register(mercurius, {
    schema,
    routes: false,
    graphiql: false,
  });
  await app.register(mercuriusAuth, { mode: 'external', policy: asPolicies(rules.fields), applyPolicy });
  await app.ready();
  return { name: module.name, sdl, schema: app.graphql.schema, close: () => app.close() };
}

/** mercurius-auth's external mode: for each type and field the value that `applyPolicy` gets. */
function asPolicies(fields: ExpandedRules['fields']): Record<string, Record<string, Guard>> {
  const policies: Record<string, Record<string, Guard>> = {};
  for (const [typeName, ofType] of fields) {
    // One object for each field: mercurius-auth takes an array for several policies and wraps the field once for each.
    policies[typeName] = Object.fromEntries(ofType);
  }
  return policies;
}

function decide(guard: Guard, parent: Owned | null | undefined, _args: unknown, context: unknown): true {
  enforce(guard, context as SubgraphContext, parent?.[OWNER]);
  return true;
}

// Its type wants a promise, but the plugin awaits whatever it gets, and a promise for each guarded field costs time.
const applyPolicy = (...args: Parameters<typeof decide>) => decide(...args) as unknown as Promise<boolean>;
