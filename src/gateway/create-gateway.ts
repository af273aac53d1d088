import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../base/log.ts';
import type { Engine } from '../federation/index.ts';
import type { Caller, TokenVerifier } from '../identity/index.ts';
import { createApolloServer } from './create-apollo-server.ts';
import { asHttpRefusal, createErrorFormatter } from './errors.ts';
import { type Readiness, registerHealth } from './health.ts';
import { sentenceFor } from './messages.ts';
import { findPersonalInputs } from './personal-inputs.ts';
import { createRefusalsPlugin } from './refusals-plugin.ts';

export interface GatewayOptions {
  readonly engine: Engine;
  readonly supergraphSdl: string;
  readonly verifier: TokenVerifier;
  readonly log: Log;
  /** Origins whose pages may call the hub; none by default. */
  readonly corsOrigins: readonly string[];
  readonly readiness: Readiness;
  /** What the engine hands to the subgraphs for one request of this caller. */
  createRequestContext(caller: Caller): object;
  findOpdName(code: string): string | undefined;
}

// The largest operation in schema/operations is under 2 kB; this leaves room for generated ones.
const MAX_BODY_BYTES = 256 * 1024;

/** Creates the public HTTP server, not listening yet. */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { engine, log, verifier } = options;
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendError(error, reply, log));
  app.setNotFoundHandler((request, reply) => sendNotFound(request, reply));
  // Without an origin to let in, its hook would only cost time: browsers refuse what has no header.
  if (options.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...options.corsOrigins],
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type'],
      maxAge: 600,
    });
  }
  registerHealth(app, options.readiness);
  const formatError = createErrorFormatter({ log, findOpdName: options.findOpdName });
  const refusals = createRefusalsPlugin({
    schema: engine.schema,
    personalInputs: findPersonalInputs(options.supergraphSdl),
  });
  const apollo = await createApolloServer({ engine, formatError, plugins: [refusals] });
  app.addHook('onClose', () => apollo.stop());
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => {
      try {
        return options.createRequestContext(await verifier.verify(request.headers.authorization));
      } catch (error) {
        throw asHttpRefusal(error);
      }
    },
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler });
  return app;
}

/** Errors before GraphQL begins: a body that is too large or is not JSON. */
function sendError(error: FastifyError, reply: FastifyReply, log: Log): void {
  const status = error.statusCode ?? 500;
  if (status >= 500) log.error('fault', { error });
  const code = status >= 500 ? 'INTERNAL' : 'BAD_REQUEST';
  const message =
    status >= 500 ? 'Something went wrong inside the hub.' : `The request cannot be read (${error.code}).`;
  void reply
    .code(status)
    .send({ errors: [{ message, extensions: { code, pesan: sentenceFor(code, undefined, undefined) } }] });
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const fix =
    request.method === 'OPTIONS'
      ? 'This origin is not configured: HUB_CORS_ORIGINS.'
      : 'The GraphQL endpoint is /graphql.';
  void reply.code(404).send({
    errors: [
      {
        message: 'There is nothing at this address.',
        extensions: { code: 'NOT_FOUND', fix, pesan: sentenceFor('NOT_FOUND', undefined, undefined) },
      },
    ],
  });
}
