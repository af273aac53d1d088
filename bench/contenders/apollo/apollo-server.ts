// A process of the bench: Apollo Gateway in Apollo Server's standalone server, as its documentation runs it. Everything
// that no query of the bench needs is off.
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { answerParent } from '../../process/answer-parent.ts';

interface Context {
  readonly forwarded?: string;
}

const header = process.env.BENCH_FORWARDED_HEADER;
const forward = (name: string) => (url: string) =>
  new RemoteGraphQLDataSource<Context>({
    url,
    willSendRequest: ({ request, context }) => request.http?.headers.set(name, context.forwarded ?? ''),
  });
const sourceOf = header ? forward(header) : (url: string) => new RemoteGraphQLDataSource<Context>({ url });
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.BENCH_SUPERGRAPH_FILE ?? '', 'utf8'),
  buildService: ({ url = '' }) => sourceOf(url),
});
const apollo = new ApolloServer<Context>({
  gateway,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ],
  persistedQueries: false,
  stopOnTerminationSignals: false,
  // The default appends a line break to every answer, which copies it.
  stringifyResult: (result) => JSON.stringify(result),
});
const { url } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => (header ? { forwarded: String(req.headers[header]) } : {}),
});
answerParent({ url: new URL('/graphql', url).href });
