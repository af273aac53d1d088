import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What of a request Apollo Server is given. */
export interface ApolloRequest {
  readonly request: FastifyRequest;
  /** The document, wherever in the request it was found, or nothing where there is none. */
  readonly text: string | undefined;
  /** @throws GraphQLError that refuses the request, with its HTTP status. */
  context(): Promise<object>;
}

/**
 * Lets Apollo Server answer a request of Fastify's. Our own and not @as-integrations/fastify's, which parses the address
 * of every request and leaves no way to put a registered document in.
 */
export async function answerByApollo(
  apollo: ApolloServer<BaseContext>,
  reply: FastifyReply,
  { request, text, context }: ApolloRequest,
): Promise<string> {
  const { body, headers, status } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: toApollo(request, text),
    context,
  });
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status ?? 200);
  if (body.kind === 'complete') return body.string;
  throw new Error('Apollo Server began an answer in parts, which nothing here asks for');
}

function toApollo(request: FastifyRequest, text: string | undefined): HTTPGraphQLRequest {
  const { method, url, body } = request;
  const headers = new HeaderMap();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const at = url.indexOf('?');
  const search = at < 0 ? '' : url.slice(at);
  if (text === undefined) return { method, headers, search, body };
  if (method === 'GET') return { method, headers, search: putQuery(search, text), body };
  return { method, headers, search, body: putText(body as Record<string, unknown>, text) };
}

/** The id has done its work, and Apollo Server refuses one that it does not know itself. */
function putText(body: Record<string, unknown>, text: string): Record<string, unknown> {
  if (!('documentId' in body) && !('extensions' in body)) return body;
  const { extensions: _, documentId: __, ...rest } = body;
  return { ...rest, query: text };
}

function putQuery(search: string, text: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('extensions');
  parameters.delete('documentId');
  parameters.set('query', text);
  return `?${parameters}`;
}
