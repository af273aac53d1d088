// A process of the bench: Hive Gateway with its router runtime, as its documentation runs it under Node. Everything
// that no query of the bench needs is off.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import httpTransport from '@graphql-mesh/transport-http';
import { answerParent } from '../../process/answer-parent.ts';

const header = process.env.BENCH_FORWARDED_HEADER;
const gateway = createGatewayRuntime({
  supergraph: readFileSync(process.env.BENCH_SUPERGRAPH_FILE ?? '', 'utf8'),
  unifiedGraphHandler,
  transports: { http: httpTransport },
  // Each call is made, also when an equal one is under way: in `home` there are none, in `federation` nothing else.
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
  ...(header && {
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => ({ [header]: request.headers.get(header) ?? '' }),
    },
  }),
  logging: false,
  landingPage: false,
  graphiql: false,
  cors: false,
  requestId: false,
});

const server = createServer({ keepAliveTimeout: 600_000 }, gateway);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answerParent({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
