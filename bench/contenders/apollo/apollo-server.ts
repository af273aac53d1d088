// A process of the bench: Apollo Gateway in Apollo Server's standalone server, as its documentation runs it. Everything
// that this page does not need is off.
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
  readonly nik?: string;
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.BENCH_SUPERGRAPH_FILE ?? '', 'utf8'),
  buildService: ({ url = '' }) =>
    new RemoteGraphQLDataSource<Context>({
      url,
      willSendRequest: ({ request, context }) => request.http?.headers.set('x-nik', context.nik ?? ''),
    }),
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
  context: async ({ req }) => ({ nik: String(req.headers['x-nik']) }),
});
answerParent({ url: new URL('/graphql', url).href });
