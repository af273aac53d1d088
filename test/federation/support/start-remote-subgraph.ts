import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { createHttpLink, type HttpLink } from '../../../src/federation/index.ts';

/** A subgraph on a server of its own, reached by the engine's real link. */
export interface RemoteSubgraph {
  readonly link: HttpLink;
  stop(): Promise<void>;
}

/** Serves a schema over HTTP, executed by graphql-js. */
export async function startRemoteSubgraph(name: string, schema: GraphQLSchema): Promise<RemoteSubgraph> {
  const streams = createHandler({ schema });
  const server = createServer(async (request, response) => {
    if (request.headers.accept === 'text/event-stream') {
      // It rejects when the source of the events fails, in the middle of the answer.
      await streams(request, response).catch(() => response.destroy());
      return;
    }
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
    response.setHeader('content-type', 'application/graphql-response+json');
    response.end(JSON.stringify(await answer(schema, body)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const link = createHttpLink({ name, url });
  return { link, stop: () => stop(link, server) };
}

async function answer(
  schema: GraphQLSchema,
  { query, variables }: { query: string; variables: Record<string, unknown> },
) {
  const document = parse(query, { noLocation: true });
  const [invalid] = validate(schema, document);
  if (invalid) return { errors: [{ message: `It refuses its part of the plan: ${invalid.message}\n${query}` }] };
  return execute({ schema, document, variableValues: variables, contextValue: {} });
}

async function stop(link: { close(): Promise<void> }, server: Server): Promise<void> {
  await link.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
