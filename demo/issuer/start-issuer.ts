import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { askForToken } from './ask-for-token.ts';
import { openIssuerKeys } from './keys.ts';
import { createPeople, type DemoPerson } from './people.ts';
import { createProvider } from './provider.ts';

export interface IssuerOptions {
  /** Without it the last port is taken again, or any free one. A token is bound to it by its `iss`. */
  readonly port?: number;
  readonly host?: string;
  /** Where the keys are kept. */
  readonly dataDir: string;
  readonly people: readonly DemoPerson[];
  /** Whom the tokens are for: the `aud` that the hub expects. */
  readonly audience: string;
  /** Origins of pages that may ask for tokens, such as `http://127.0.0.1:4000`. */
  readonly hubOrigins?: readonly string[];
}

export interface Issuer {
  /** The issuer identifier, as it stands in `iss`; discovery is below it. */
  readonly url: string;
  readonly tokenEndpoint: string;
  /** Asks the token endpoint for a token, as a page would, and returns it; rejects with the OAuth error. */
  issueToken(aliasOrNik: string, options?: { readonly ttlSeconds?: number }): Promise<string>;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Starts the issuer and returns once it answers. */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const { host = LOOPBACK, dataDir, audience } = options;
  const keys = await openIssuerKeys(dataDir);
  const people = createPeople(options.people, keys.subjectSecret);
  // The port is part of the issuer's name, so the server listens first and answers when the provider has been built.
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const port = await listenOnSomePort(server, host, options.port, join(dataDir, 'port'));
  const url = `http://${host === '0.0.0.0' || host === '::' ? LOOPBACK : host}:${port}`;
  const origins = new Set(options.hubOrigins ?? []);
  const provider = createProvider({ issuer: url, keys, people, audience, origins });
  answer = provider.callback();
  const tokenEndpoint = url + provider.pathFor('token');
  return {
    url,
    tokenEndpoint,
    issueToken: async (citizen, { ttlSeconds } = {}) => await askForToken(tokenEndpoint, citizen, ttlSeconds),
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listenOnSomePort(
  server: Server,
  host: string,
  asked: number | undefined,
  file: string,
): Promise<number> {
  const last = Number(await readFile(file, 'utf8').catch(() => '')) || 0;
  try {
    server.listen(asked ?? last, host);
    await once(server, 'listening');
  } catch (error) {
    if (asked !== undefined || last === 0) throw error;
    server.listen(0, host); // the last port is taken, or not ours to take any more
    await once(server, 'listening');
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The issuer does not listen on a port');
  if (asked === undefined && address.port !== last) await writeFile(file, String(address.port), { mode: 0o600 });
  return address.port;
}
