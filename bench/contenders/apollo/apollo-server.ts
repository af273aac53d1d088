// A process of the bench: Apollo Gateway in Apollo Server, directly on node:http, which costs less than the standalone
// server. Everything that this page does not need is off.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { answerParent } from '../../process/answer-parent.ts';
import { createRequestListener } from './request-listener.ts';

/** What a request carries to the subgraphs. */
export interface ApolloContext {
  readonly nik?: string;
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.BENCH_SUPERGRAPH_FILE ?? '', 'utf8'),
  buildService: ({ url = '' }) =>
    new RemoteGraphQLDataSource<ApolloContext>({
      url,
      willSendRequest: ({ request, context }) => request.http?.headers.set('x-nik', context.nik ?? ''),
    }),
});
const apollo = new ApolloServer<ApolloContext>({
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
  stringifyResult: (result) => JSON.stringify(result),
});
await apollo.start();

const server = createServer({ keepAliveTimeout: 600_000 }, createRequestListener(apollo));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answerParent({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
