import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type Context, handleProtocols } from 'graphql-ws';
import { type Extra, useServer as serveProtocol } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { HubError } from '../../base/hub-error.ts';
import type { TrustedDocuments } from '../admission/index.ts';
import { readDocumentRequest } from '../admission/index.ts';
import type { MayEnter } from '../cross-origin.ts';
import { readOperationRequest } from '../operation-request.ts';
import type { OperationRunner, PreparedOperation, StreamCaller } from './operation-runner.ts';

export interface WebSocketOptions {
  readonly runner: OperationRunner;
  readonly schema: GraphQLSchema;
  readonly trusted?: TrustedDocuments | undefined;
  /** Whether pages of an origin may connect, besides the gateway's own. */
  readonly mayEnter: MayEnter;
  readonly maxMessageBytes: number;
  /** @throws HubError that refuses the connection. */
  callerOf(headers: IncomingHttpHeaders): Promise<StreamCaller>;
}

type Parameters = Readonly<Record<string, unknown>>;
type SocketContext = Context<Parameters, Extra>;

/** What an execution of this connection is run with. */
interface Run {
  readonly prepared: PreparedOperation;
  readonly caller: StreamCaller;
}

// Each holds a plan's worth of memory and, with a remote subgraph, a connection.
const MAX_OPERATIONS = 20;
// The codes of the graphql-transport-ws protocol.
const UNAUTHORIZED = 4401;

/** Serves the graphql-transport-ws protocol at `/graphql`, beside what the server answers there by HTTP. */
export function serveWebSockets(app: FastifyInstance, options: WebSocketOptions): void {
  const { runner, schema, trusted } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes, handleProtocols });
  const run = ({ contextValue }: { contextValue?: unknown }) => {
    const { prepared, caller } = contextValue as Run;
    return runner.run(prepared, caller);
  };
  const connection = serveProtocol<Parameters>(
    {
      onConnect: (context) => connect(context, options),
      onSubscribe: async (context, _id, payload) => {
        const prepared = await prepare(context, payload);
        if ('errors' in prepared) return prepared.errors;
        const { document, request } = prepared.prepared;
        const contextValue: Run = prepared;
        return { schema, document, operationName: request.operationName ?? null, contextValue };
      },
      onNext: (_context, _id, _payload, _args, result) => runner.format(result),
      onError: (_context, _id, _payload, errors) => runner.format({ errors }).errors ?? [],
      execute: run,
      subscribe: run,
    },
    server,
  );
  const prepare = async (context: SocketContext, payload: unknown) => {
    try {
      if (Object.keys(context.subscriptions).length > MAX_OPERATIONS) throw tooMany();
      const prepared = runner.prepare(readOperationRequest(payload, readDocumentRequest(payload, trusted).text));
      if ('errors' in prepared) return prepared;
      // For each operation, as over HTTP: a socket outlives its token, its case, a consent and the application's rate.
      return { prepared, caller: await options.callerOf(headersOf(context)) };
    } catch (error) {
      return { errors: [runner.asError(error)] };
    }
  };
  app.server.on('upgrade', (request, socket, head) => {
    if (!mayConnect(request, options.mayEnter)) return refuse(socket);
    server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
  });
  app.addHook('preClose', async () => connection.dispose());
}

async function connect(context: SocketContext, { callerOf }: WebSocketOptions): Promise<boolean> {
  try {
    await callerOf(headersOf(context));
    return true;
  } catch (error) {
    // A browser shows its program nothing of a socket's end but this.
    if (error instanceof HubError) context.extra.socket.close(UNAUTHORIZED, error.message.slice(0, 100));
    return false;
  }
}

function headersOf({ extra, connectionParams }: SocketContext): IncomingHttpHeaders {
  return { ...extra.request.headers, ...readParameters(connectionParams) };
}

// What a page sends as headers with a request, but cannot when it opens a socket.
const AS_HEADERS = ['authorization', 'hub-purpose', 'hub-case'] as const;

function readParameters(parameters: Parameters = {}): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(parameters)) {
    const header = AS_HEADERS.find((one) => one === name.toLowerCase());
    if (header && typeof value === 'string') given[header] = value;
  }
  return given;
}

/** A page of another origin cannot be stopped by CORS from opening a socket, so it is stopped here. */
function mayConnect({ headers, url = '' }: IncomingMessage, mayEnter: MayEnter): boolean {
  if (!/^\/graphql\/?(?:\?|$)/.test(url)) return false;
  const { origin, host } = headers;
  if (origin === undefined || mayEnter(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refuse(socket: Duplex): void {
  // Whoever is gone by now must not end the process.
  socket.on('error', () => {});
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

function tooMany(): HubError {
  return new HubError('BAD_REQUEST', `A connection may run ${MAX_OPERATIONS} operations at once.`, {
    fix: 'Complete some of them, or open another connection.',
  });
}
