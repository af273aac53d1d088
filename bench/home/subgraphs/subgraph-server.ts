// A process of the bench: the hub's five subgraphs, guarded as in the hub, each served by Mercurius over HTTP on a port
// of its own. One process for all is the cheaper arrangement for the peers: on one core, five would only take turns.
// mercurius and fastify are the hub's own, from the root's packages: a schema lives with the graphql that made it.
import { join } from 'node:path';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { createCitySubgraph } from '../../../src/city/index.ts';
import { loadConnectors } from '../../../src/connector/index.ts';
import { composeSupergraph } from '../../../src/federation/index.ts';
import { readSharedSdl } from '../../../src/hub.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../../src/subgraph/index.ts';
import { answerParent } from '../../process/answer-parent.ts';
import { NIK_HEADER, readCitizens } from '../city/citizens.ts';
import { homeOpds } from '../home-opds.ts';
import { withoutAccessRules } from './without-access-rules.ts';

/** What the bench learns when the subgraphs are ready. */
export interface SubgraphsReady {
  readonly supergraphSdl: string;
}

const sharedSdl = readSharedSdl();
const root = join(projectRoot, 'connectors');
const nopsOf = new Map(readCitizens().map(({ nik, nops }) => [nik, nops]));
const links = { listLinksOf: async (niks: readonly string[]) => niks.map((nik) => nopsOf.get(nik) ?? []) };
const connectors = loadConnectors(homeOpds, { root, sharedSdl, settings: process.env, links });
const city = createCitySubgraph({ status: { listSystems: () => [] } });
const modules = [city, ...connectors.map(({ opd, sdl, resolvers }) => ({ name: opd, sdl, resolvers }))];
const subgraphs = await Promise.all(modules.map((module) => buildSubgraph(module, sharedSdl)));
const definitions = await Promise.all(
  subgraphs.map(async (subgraph) => ({
    name: subgraph.name,
    sdl: withoutAccessRules(subgraph.sdl),
    url: await serve(subgraph),
  })),
);
answerParent({ supergraphSdl: composeSupergraph(definitions) } satisfies SubgraphsReady);

/** Serves a subgraph; whoever calls is the citizen that the header names. */
async function serve({ schema }: Subgraph): Promise<string> {
  const app = fastify({ logger: false, keepAliveTimeout: 600_000 });
  const scopes = new Set(['citizen']);
  await app.register(mercurius, {
    schema,
    jit: 1,
    graphiql: false,
    context: (request) => {
      const nik = String(request.headers[NIK_HEADER]);
      const who = { kind: 'citizen', issuer: 'bench', subject: nik, app: 'bench', nik } as const;
      const caller = { ...who, scopes, assurance: 'substantial', expiresMs: Number.POSITIVE_INFINITY } as const;
      return createSubgraphContext({ caller, purpose: 'bench', openCase: undefined, isConsented: true, basis: 'self' });
    },
  });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
}
