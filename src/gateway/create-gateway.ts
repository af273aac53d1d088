import type { IncomingHttpHeaders } from 'node:http';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { HubError } from '../base/hub-error.ts';
import type { Engine } from '../federation/index.ts';
import type { LevyPhotos } from '../ports/levy-desk.ts';
import {
  type CostCheck,
  createAdmission,
  createCostCheck,
  type OperationLimits,
  type TrustedDocuments,
} from './admission/index.ts';
import { guardAnswers } from './answer-headers.ts';
import { type AttachmentOptions, serveAttachments } from './attachments/serve-attachments.ts';
import { serveLevyPhotos } from './attachments/serve-levy-photos.ts';
import { createApolloServer } from './create-apollo-server.ts';
import { allowOrigins, type MayEnter } from './cross-origin.ts';
import type { FormatError } from './errors.ts';
import { type ExportOptions, serveExport } from './export/serve-export.ts';
import { createGraphqlHandler } from './graphql-handler.ts';
import { type Readiness, registerHealth } from './health.ts';
import { type IngestOptions, serveIngest } from './ingest/serve-ingest.ts';
import { type JobBoardOptions, serveJobBoard } from './job-board/serve-job-board.ts';
import { createKnownQueries, type KnownQueries } from './known-queries.ts';
import { countErrors } from './metrics/count-errors.ts';
import type { Metrics } from './metrics/metrics.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { type OauthOptions, serveOauth } from './oauth/serve-oauth.ts';
import { createRefusalsPlugin } from './refusals-plugin.ts';
import { createEventStreams } from './streams/event-stream.ts';
import { createOperationRunner, type StreamCaller } from './streams/operation-runner.ts';
import { serveWebSockets } from './streams/web-socket.ts';

export interface GatewayOptions {
  readonly engine: Engine;
  /** Makes of an error what a client gets. */
  readonly formatError: FormatError;
  /** Origins whose pages may call the gateway; none by default. */
  readonly corsOrigins: readonly string[];
  /** Origins of registered applications' pages, which may call it too, as they are now. */
  listAppOrigins?(): ReadonlySet<string>;
  /** Where applications get tokens of their own, and issuers learn of applications; not served without it. */
  readonly oauth?: OauthOptions | undefined;
  readonly readiness: Readiness;
  /** Adds log-in sessions of the hub's own pages; before all that they may be used at. */
  readonly sessions?: ((app: FastifyInstance) => Promise<void>) | undefined;
  /** Where deliveries of systems go; none are taken without it. */
  readonly ingest?: IngestOptions;
  /** What is counted for operators, and the token that reads it; nothing is counted without it. */
  readonly metrics?: { readonly metrics: Metrics; readonly token: string | undefined };
  /** Where citizens upload files for what they send; not served without it. */
  readonly attachments?: AttachmentOptions;
  /** Where anybody uploads photos for reports of illegal levies; not served without it. */
  readonly levyPhotos?: LevyPhotos;
  /** Where operators look at the job queues; not served without it. */
  readonly jobBoard?: JobBoardOptions;
  /** What can be had as a table; not served without it. */
  readonly exports?: ExportOptions;
  /** Input types whose values are personal data and may not stand in an address. */
  readonly personalInputs: ReadonlySet<string>;
  readonly limits: OperationLimits;
  /** Operations that clients may name by their hash. */
  readonly trusted: TrustedDocuments;
  /** Runs no other operations than those. */
  readonly isTrustedOnly: boolean;
  /**
   * What the engine hands to the subgraphs for one request.
   * @throws HubError that refuses the request.
   */
  contextOf(headers: IncomingHttpHeaders): object | Promise<object>;
  /** A fresh one for each event of the same caller's subscription. */
  renewContext(context: object): object;
  /** When what the caller showed of himself ends, in milliseconds since the epoch. */
  expiryOf(context: object): number | undefined;
}

// The largest operation in schema/operations is under 2 kB; this leaves room for generated ones.
const MAX_BODY_BYTES = 256 * 1024;

/** Creates the public HTTP server, not listening yet. */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { engine, trusted, limits } = options;
  const counted = options.metrics?.metrics;
  const formatError = counted ? countErrors(options.formatError, counted) : options.formatError;
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  // A page of any origin may post text without asking first; nothing here takes it.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: FastifyError, _request, reply) => sendError(error, reply, formatError));
  app.setNotFoundHandler((request, reply) => sendNotFound(request, reply, formatError));
  guardAnswers(app);
  const mayEnter = createOriginCheck(options);
  if (mayEnter) allowOrigins(app, mayEnter);
  await options.sessions?.(app);
  registerHealth(app, options.readiness);
  await serveBeside(app, options);
  const admission = createAdmission({ limits, trusted: options.isTrustedOnly ? trusted : undefined });
  const checkCost = createCostCheck(engine.schema, limits);
  const known = createKnownQueries({ engine, checkCost, formatError, contextOf: options.contextOf });
  const apollo = await startApollo(options, formatError, checkCost, known);
  app.addHook('onClose', () => apollo.stop());
  const runner = createOperationRunner({ engine, admission, checkCost, formatError });
  const callerOf = createStreamCallers(options);
  const streams = createEventStreams(runner);
  app.addHook('preClose', () => streams.close());
  serveWebSockets(app, {
    runner,
    schema: engine.schema,
    trusted,
    mayEnter: mayEnter ?? (() => false),
    maxMessageBytes: MAX_BODY_BYTES,
    callerOf,
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    ...(counted && { onResponse: countRequests(counted) }),
    handler: createGraphqlHandler({
      apollo,
      admission,
      trusted,
      contextOf: options.contextOf,
      streams,
      runner,
      known,
      callerOf,
    }),
  });
  return app;
}

/** What there is beside the graph, each where it was brought. */
async function serveBeside(app: FastifyInstance, options: GatewayOptions): Promise<void> {
  if (options.ingest) await serveIngest(app, options.ingest);
  if (options.oauth) await serveOauth(app, options.oauth);
  if (options.attachments) await serveAttachments(app, options.attachments);
  if (options.levyPhotos) await serveLevyPhotos(app, options.levyPhotos);
  if (options.exports) serveExport(app, options.exports);
  if (options.jobBoard) serveJobBoard(app, options.jobBoard);
  if (options.metrics) serveMetrics(app, options.metrics.metrics, options.metrics.token);
}

/** Apollo Server with what the hub refuses besides; documents that it lets run are known from then on. */
function startApollo(
  { engine, personalInputs, limits: { maxTokens } }: GatewayOptions,
  formatError: FormatError,
  checkCost: CostCheck,
  known: KnownQueries,
) {
  const refusals = createRefusalsPlugin({
    schema: engine.schema,
    personalInputs,
    checkCost,
    onAdmitted: known.note,
  });
  return createApolloServer({ engine, formatError, plugins: [refusals], maxTokens });
}

function createStreamCallers({ contextOf, renewContext, expiryOf }: GatewayOptions) {
  return async (headers: IncomingHttpHeaders): Promise<StreamCaller> => {
    const context = await contextOf(headers);
    return { contextOf: () => renewContext(context), expiresMs: expiryOf(context) };
  };
}

/** Undefined where no origin is ever let in. */
function createOriginCheck({ corsOrigins, listAppOrigins }: GatewayOptions): MayEnter | undefined {
  if (corsOrigins.length === 0 && !listAppOrigins) return undefined;
  const fixed = new Set(corsOrigins);
  return (origin) => fixed.has(origin) || (listAppOrigins?.().has(origin) ?? false);
}

function countRequests(metrics: Metrics) {
  return (_request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    metrics.countRequest(reply.statusCode, reply.elapsedTime);
    done();
  };
}

/** Errors before GraphQL begins: a body that is too large or is not JSON. */
function sendError(error: FastifyError, reply: FastifyReply, formatError: FormatError): void {
  const status = error.statusCode ?? 500;
  const isWritten = status >= 500 || error instanceof HubError;
  if (error instanceof HubError && error.retryAfterSeconds !== undefined)
    reply.header('retry-after', error.retryAfterSeconds);
  const reason = isWritten ? error : new HubError('BAD_REQUEST', `The request cannot be read (${error.code}).`);
  send(reply, status, reason, formatError);
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply, formatError: FormatError): void {
  const fix =
    request.method === 'OPTIONS'
      ? 'This origin is not let in: register it with its app, or set HUB_CORS_ORIGINS.'
      : 'The GraphQL endpoint is /graphql.';
  send(reply, 404, new HubError('NOT_FOUND', 'There is nothing at this address.', { fix }), formatError);
}

function send(reply: FastifyReply, status: number, error: Error, formatError: FormatError): void {
  void reply.code(status).send({ errors: [formatError({ message: error.message }, error)] });
}
