import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { HubError } from './base/hub-error.ts';
import type { Log } from './base/log.ts';
import {
  createEngine,
  createHttpLink,
  type ForwardedHeaders,
  listSubgraphs,
  type NamedSubgraph,
  type RemoteLimits,
} from './federation/index.ts';
import {
  createGateway,
  createPlainErrorFormatter,
  createTrustedDocuments,
  type OperationLimits,
} from './gateway/index.ts';

export interface BareGatewayOptions {
  readonly supergraphSdl: string;
  /** Names of the request headers that subgraphs get to see, in lower case. */
  readonly forwardedHeaders: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly isDeduplicating: boolean;
  readonly limits: Partial<RemoteLimits>;
  readonly operationLimits: OperationLimits;
  readonly log: Log;
}

export interface BareGateway {
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

/**
 * Wires the gateway that serves anybody's supergraph: no identity, no database, subgraphs at the addresses that it names.
 * @throws HubError CONFIG_INVALID for a supergraph that cannot be read or names a subgraph without an address.
 */
export async function createBareGateway(options: BareGatewayOptions): Promise<BareGateway> {
  const { supergraphSdl, isDeduplicating, limits } = options;
  const links = listSubgraphs(supergraphSdl).map(({ name, url }) =>
    createHttpLink({
      name,
      url: requireUrl({ name, url }),
      limits,
      isDeduplicating,
      headersOf: (context) => context as ForwardedHeaders,
    }),
  );
  const engine = createEngine({ supergraphSdl, links });
  const app = await createGateway({
    engine,
    formatError: createPlainErrorFormatter(options.log),
    corsOrigins: options.corsOrigins,
    readiness: { check: async () => ({}) },
    personalInputs: new Set(),
    limits: options.operationLimits,
    trusted: createTrustedDocuments([]),
    isTrustedOnly: false,
    contextOf: createHeaderPicker(options.forwardedHeaders),
    renewContext: (context) => context,
    expiryOf: () => undefined,
  });
  const close = async (): Promise<void> => {
    await app.close();
    engine.close();
    await Promise.all(links.map((link) => link.close()));
  };
  try {
    await Promise.all([app.ready(), engine.ready()]);
  } catch (error) {
    await close();
    throw error;
  }
  return { app, close };
}

function requireUrl({ name, url }: NamedSubgraph): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  const problem = url === '' ? 'has no URL' : `has a URL that is none: ${url}`;
  throw new HubError('CONFIG_INVALID', `The supergraph's subgraph ${name} ${problem}`, {
    fix: 'Compose it with the http:// or https:// address of every subgraph',
  });
}

function createHeaderPicker(names: readonly string[]): (headers: IncomingHttpHeaders) => ForwardedHeaders {
  if (names.length === 0) {
    const none: ForwardedHeaders = { values: {}, callerKey: '' };
    return () => none;
  }
  return (headers) => {
    const values: Record<string, string> = {};
    for (const name of names) {
      const value = headers[name];
      if (value !== undefined) values[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return { values, callerKey: JSON.stringify(values) };
  };
}
