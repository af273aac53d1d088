import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import mercurius from 'mercurius';
import type { Clock } from './base/clock.ts';
import { HubError } from './base/hub-error.ts';
import type { Log } from './base/log.ts';
import { citySdl, createCitySubgraph, createOpdCodes } from './city/index.ts';
import { loadConnectors, type Settings } from './connector/index.ts';
import { anonymousMandate, type Mandate, type SubgraphTokenVerifier } from './identity/index.ts';
import type { LinkReader } from './ports/link-reader.ts';
import { formatSubgraphError, formatSubgraphErrors } from './standalone-errors.ts';
import { buildSubgraph, carryTrail, createSubgraphContext, type SubgraphContext } from './subgraph/index.ts';

export interface StandaloneSubgraphParts {
  /** A folder in connectors/, or `city` for the hub's own subgraph. */
  readonly name: string;
  readonly connectorsDir: string;
  readonly sharedSdl: string;
  readonly systemSettings: Settings;
  readonly links: LinkReader;
  /** Lets in whom the hub vouches for, and nobody else. */
  readonly verifier: SubgraphTokenVerifier;
  readonly log: Log;
  readonly clock?: Clock;
}

export interface StandaloneSubgraph {
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Wires one OPD's connectors as a Mercurius server of their own, for the OPD's network. Only what the hub's token says of
 * the caller counts; there is no other way in but `GET /health/live`.
 * @throws HubError CONFIG_INVALID for any mistake in the OPD's folder.
 */
export async function createStandaloneSubgraph(parts: StandaloneSubgraphParts): Promise<StandaloneSubgraph> {
  const { name, connectorsDir: root, sharedSdl, systemSettings: settings, links, log, clock } = parts;
  const options = { root, sharedSdl, settings, links, opds: createOpdCodes(), ...(clock && { clock }) };
  const connectors = name === citySdl.name ? [] : loadConnectors([name], options);
  const [connector] = connectors;
  const module = connector
    ? { name, sdl: connector.sdl, resolvers: connector.resolvers }
    : createCitySubgraph({ status: { listSystems: () => [] } });
  const subgraph = await buildSubgraph(module, sharedSdl);
  const app = fastify({ logger: false, bodyLimit: MAX_BODY_BYTES, forceCloseConnections: 'idle' });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendRefusal(error, reply, log));
  app.setNotFoundHandler((_request, reply) => void reply.code(404).send({ errors: [{ message: 'Nothing is here.' }] }));
  app.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  await app.register(async (guarded) => {
    const mandates = new WeakMap<FastifyRequest, Mandate>();
    guarded.addHook('onRequest', async (request) => {
      mandates.set(request, await parts.verifier.verify(request.headers.authorization));
    });
    await guarded.register(mercurius, {
      schema: subgraph.schema,
      path: '/graphql',
      graphiql: false,
      allowBatchedQueries: false,
      // Its own would answer 200 to a request that is refused before GraphQL begins.
      errorHandler: (error, _request, reply) => sendRefusal(error as FastifyError, reply as FastifyReply, log),
      context: (request) => createSubgraphContext(mandates.get(request) ?? anonymousMandate),
      errorFormatter: ({ data, errors }) => ({
        statusCode: 200,
        response: { data: data ?? null, errors: (errors ?? []).flatMap((error) => formatSubgraphErrors(error, log)) },
      }),
    });
    // The hub holds the answer back until it has written down what is in it.
    guarded.graphql.addHook('onResolution', async (execution, context) => {
      const { trail } = context as unknown as SubgraphContext;
      execution.extensions = { ...execution.extensions, access: carryTrail(trail) ?? null };
    });
  });
  await app.ready();
  const close = async (): Promise<void> => {
    await app.close();
    await Promise.all([subgraph, ...connectors].map((one) => one.close()));
  };
  return { app, close };
}

function describeRefusal(error: FastifyError, log: Log) {
  if (error instanceof HubError || 'errors' in error) return formatSubgraphErrors(error, log);
  return [formatSubgraphError(new HubError('BAD_REQUEST', `The request cannot be read (${error.code}).`), log)];
}

/** Before GraphQL begins: no token of the hub, or a body that cannot be read. */
function sendRefusal(error: FastifyError, reply: FastifyReply, log: Log): void {
  const isRefusal = error instanceof HubError;
  const status = isRefusal ? 401 : (error.statusCode ?? 500);
  if (status >= 500) log.error('fault', { error });
  if (isRefusal) log.warn('refused', { reason: error.message });
  void reply.code(status).send({ errors: describeRefusal(error, log) });
}
