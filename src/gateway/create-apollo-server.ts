import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../federation/index.ts';
import type { FormatError } from './errors.ts';

export interface ApolloServerParts {
  readonly engine: Engine;
  readonly formatError: FormatError;
  readonly plugins: readonly ApolloServerPlugin<BaseContext>[];
  readonly maxTokens: number;
}

const MAX_DOCUMENTS = 1000;
// Each holds the text that it was parsed from, as long as a request's body (256 kB) at most.
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Creates and starts the public endpoint's Apollo Server, whose executor is the hub's own engine. */
export async function createApolloServer({
  engine,
  formatError,
  plugins,
  maxTokens,
}: ApolloServerParts): Promise<ApolloServer<BaseContext>> {
  const server = new ApolloServer<BaseContext>({
    gateway: asGateway(engine),
    formatError,
    // What nobody uses costs time on every request, and what reports home would send queries away.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...plugins,
    ],
    documentStore: createDocumentStore(),
    parseOptions: { maxTokens },
    csrfPrevention: true,
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
  });
  await server.start();
  return server;
}

type Gateway = NonNullable<ConstructorParameters<typeof ApolloServer<BaseContext>>[0]['gateway']>;

function asGateway(engine: Engine): Gateway {
  const executor: Awaited<ReturnType<Gateway['load']>>['executor'] = async ({
    document,
    queryHash,
    request,
    context,
  }) => {
    const { operationName, variables } = request;
    const result = await engine.execute({ document, documentKey: queryHash, operationName, variables, context });
    return result as Awaited<ReturnType<NonNullable<typeof executor>>>;
  };
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: engine.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

/** Parsed and validated documents by the hash of their text; the default store also measures their size on every set. */
function createDocumentStore() {
  const documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => loc?.source.body.length || 1,
  });
  return {
    get: async (key: string) => documents.get(key),
    set: async (key: string, document: DocumentNode) => void documents.set(key, document),
    delete: async (key: string) => documents.delete(key),
  };
}
