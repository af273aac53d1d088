/**
 * The hub's web pages: the doors that people use (`app/`, built by Vite), an offline GraphQL explorer and the way in to the job board. They are
 * clients of the public graph like any other; this folder reads no data, issues no token and knows no citizen. Everything served is a closed set of
 * files read once, so that a request can name nothing else, and no page makes a browser contact a foreign host.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadAssets } from './asset-store.ts';
import { serveBuiltPages } from './built-pages.ts';
import { pageHeaders } from './content-security.ts';
import { explorerConfig, type SampleOperation } from './explorer-config.ts';
import { loadPage, type PageName } from './page.ts';
import { sendFile } from './send-file.ts';
import type { StaticFile } from './static-file.ts';

/** What the pages need to know of the hub they belong to. */
export interface WebOptions {
  /** The demo issuer's OAuth token endpoint; absent in production, where readers paste a token of their own. */
  readonly tokenEndpoint?: string;
  /** Sample operations that the explorer opens as tabs, in this order. */
  readonly operations: readonly SampleOperation[];
  /** Path of the GraphQL endpoint on this server, for example `/graphql`. */
  readonly graphqlPath: string;
  readonly release: string;
  /** The folder of the built pages, once it is there; without it there are none. */
  readonly pages?: Promise<string>;
  /** Told of pages that could not be built. */
  onPagesFailed?(error: unknown): void;
}

export type { SampleOperation } from './explorer-config.ts';
export { readPageDocuments } from './page-documents.ts';
export { buildPages } from './pages-build.ts';

/**
 * Adds the pages, their assets and the explorer's configuration to a server.
 * @throws when a page or asset cannot be read, or the token endpoint is neither a path nor an http(s) address.
 */
export async function registerWeb(app: FastifyInstance, options: WebOptions): Promise<void> {
  const assets = await loadAssets();
  if (options.pages) serveBuiltPages(app, options.pages, options.onPagesFailed ?? (() => {}));
  await addPage(app, '/selesai', 'logged-in', options, assets);
  await addPage(app, '/explorer', 'explorer', options, assets);
  await addPage(app, '/jobs-login', 'jobs-login', options, assets);
  addAssets(app, assets);
  const config = JSON.stringify(explorerConfig(options));
  app.get('/assets/explorer-config.json', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .type('application/json')
      .send(config),
  );
}

async function addPage(
  app: FastifyInstance,
  url: string,
  name: PageName,
  options: WebOptions,
  assets: ReadonlyMap<string, StaticFile>,
): Promise<void> {
  const page = await loadPage(name, options, assets);
  const headers = pageHeaders(name, options.tokenEndpoint);
  app.get(url, (request, reply) => sendFile(request, reply.headers(headers), page));
}

function addAssets(app: FastifyInstance, assets: ReadonlyMap<string, StaticFile>): void {
  const send = (name: string, request: FastifyRequest, reply: FastifyReply) => {
    const file = assets.get(name);
    return file === undefined ? reply.callNotFound() : sendFile(request, reply, file);
  };
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => send(request.params['*'], request, reply));
  // Browsers ask for this name when they show a bare JSON answer, a page without a <link rel="icon">.
  app.get('/favicon.ico', (request, reply) => send('favicon.svg', request, reply));
}
