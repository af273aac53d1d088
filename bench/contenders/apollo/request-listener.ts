import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloContext } from './apollo-server.ts';

/** Answers GraphQL by POST with Apollo Server, without a web framework in between. */
export function createRequestListener(apollo: ApolloServer<ApolloContext>): RequestListener {
  return async (request, response) => {
    try {
      await answer(apollo, request, response);
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ errors: [String(error)] }));
    }
  };
}

async function answer(
  apollo: ApolloServer<ApolloContext>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const { status, headers: answerHeaders, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers,
      search: '',
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown,
    },
    context: async () => ({ nik: headers.get('x-nik') ?? '' }),
  });
  if (body.kind !== 'complete') throw new Error('An answer in pieces was not asked for');
  response.writeHead(status ?? 200, Object.fromEntries(answerHeaders)).end(body.string);
}
