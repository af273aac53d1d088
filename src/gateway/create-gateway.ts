import type { IncomingHttpHeaders } from 'node:http';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { HubError } from '../base/hub-error.ts';
import type { Engine } from '../federation/index.ts';
import { createApolloServer } from './create-apollo-server.ts';
import { asHttpRefusal, type FormatError } from './errors.ts';
import { type Readiness, registerHealth } from './health.ts';
import { createRefusalsPlugin } from './refusals-plugin.ts';

export interface GatewayOptions {
  readonly engine: Engine;
  /** Makes of an error what a client gets. */
  readonly formatError: FormatError;
  /** Origins whose pages may call the gateway; none by default. */
  readonly corsOrigins: readonly string[];
  readonly readiness: Readiness;
  /** Input types whose values are personal data and may not stand in an address. */
  readonly personalInputs: ReadonlySet<string>;
  /**
   * What the engine hands to the subgraphs for one request.
   * @throws HubError that refuses the request.
   */
  contextOf(headers: IncomingHttpHeaders): object | Promise<object>;
}

// The largest operation in schema/operations is under 2 kB; this leaves room for generated ones.
const MAX_BODY_BYTES = 256 * 1024;

/** Creates the public HTTP server, not listening yet. */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { engine, formatError } = options;
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendError(error, reply, formatError));
  app.setNotFoundHandler((request, reply) => sendNotFound(request, reply, formatError));
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
  const refusals = createRefusalsPlugin({ schema: engine.schema, personalInputs: options.personalInputs });
  const apollo = await createApolloServer({ engine, formatError, plugins: [refusals] });
  app.addHook('onClose', () => apollo.stop());
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => {
      try {
        return await options.contextOf(request.headers);
      } catch (error) {
        throw asHttpRefusal(error);
      }
    },
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler });
  return app;
}

/** Errors before GraphQL begins: a body that is too large or is not JSON. */
function sendError(error: FastifyError, reply: FastifyReply, formatError: FormatError): void {
  const status = error.statusCode ?? 500;
  const reason = status >= 500 ? error : new HubError('BAD_REQUEST', `The request cannot be read (${error.code}).`);
  send(reply, status, reason, formatError);
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply, formatError: FormatError): void {
  const fix =
    request.method === 'OPTIONS'
      ? 'This origin is not configured: HUB_CORS_ORIGINS.'
      : 'The GraphQL endpoint is /graphql.';
  send(reply, 404, new HubError('NOT_FOUND', 'There is nothing at this address.', { fix }), formatError);
}

function send(reply: FastifyReply, status: number, error: Error, formatError: FormatError): void {
  void reply.code(status).send({ errors: [formatError({ message: error.message }, error)] });
}
