import fastify, { type FastifyPluginAsync } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import mercurius from 'mercurius';
import mercuriusAuthModule, { type MercuriusAuthOptions } from 'mercurius-auth';
import { HubError } from '../base/hub-error.ts';
import { OWNER, type Owned } from '../base/owner.ts';
import { type AccessRule, decideAccess } from '../identity/index.ts';
import { buildExecutableSchema } from './executable-schema.ts';
import { expandRules, type FieldRules } from './expand-rules.ts';
import { federationLink } from './federation-sdl.ts';
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
  const app = fastify({ logger: false });
  await app.register(mercurius, {
    schema: buildExecutableSchema(module, sdl, document),
    routes: false,
    graphiql: false,
  });
  await app.register(mercuriusAuth, { mode: 'external', policy: asPolicies(rules), applyPolicy });
  await app.ready();
  return { name: module.name, sdl, schema: app.graphql.schema, close: () => app.close() };
}

/** mercurius-auth's external mode: for each type and field the value that `applyPolicy` gets. */
function asPolicies(rules: FieldRules): Record<string, Record<string, { readonly rules: readonly AccessRule[] }>> {
  const policies: Record<string, Record<string, { readonly rules: readonly AccessRule[] }>> = {};
  for (const [typeName, fields] of rules) {
    // One object for each field: mercurius-auth takes an array for several policies and wraps the field once for each.
    policies[typeName] = Object.fromEntries([...fields].map(([name, fieldRules]) => [name, { rules: fieldRules }]));
  }
  return policies;
}

// Its type wants a promise, but the plugin awaits whatever it gets, and a promise for each guarded field costs time.
const applyPolicy = (...args: Parameters<typeof decide>) => decide(...args) as unknown as Promise<boolean>;

// Decided by the context alone, so the same whether or not what was asked for exists.
function decide(
  policy: { readonly rules: readonly AccessRule[] },
  parent: Owned | null | undefined,
  _args: unknown,
  context: unknown,
): true {
  const { caller } = context as SubgraphContext;
  const owner = parent?.[OWNER];
  for (const rule of policy.rules) {
    const decision = decideAccess(rule, caller, owner);
    if (decision === 'unauthenticated') throw refuseAnonymous();
    if (decision === 'forbidden') throw refuseCaller();
  }
  return true;
}

function refuseAnonymous(): HubError {
  return new HubError('UNAUTHENTICATED', 'Only someone who is logged in may see this.', {
    fix: 'Send a token: authorization: Bearer <token>.',
  });
}

function refuseCaller(): HubError {
  return new HubError('FORBIDDEN', 'This is not yours to see.', {
    fix: 'A citizen reaches only his own records: use me.',
  });
}
