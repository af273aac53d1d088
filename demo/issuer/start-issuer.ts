import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { askForToken, type TokenOptions } from './ask-for-token.ts';
import { openIssuerKeys, rotateIssuerKeys } from './keys.ts';
import { createPeople, type DemoPerson } from './people.ts';
import { createProvider } from './provider.ts';
import { type Realm, realms } from './realm.ts';
import { createRegisteredClients, type FindClient } from './registered-clients.ts';
import { serveRotation } from './rotation-route.ts';
import { createTransientMemory } from './transient-adapter.ts';

export interface IssuerOptions {
  readonly realm: Realm;
  /** Without it the last port is taken again, or any free one. A token is bound to it by its `iss`. */
  readonly port?: number;
  readonly host?: string;
  /** Where the keys are kept. */
  readonly dataDir: string;
  /** Whom it vouches for: citizens have a NIK, those in office have roles and none. */
  readonly people: readonly DemoPerson[];
  /** Whom the tokens are for: the `aud` that the hub expects. */
  readonly audience: string;
  /** Origins of pages that may ask for tokens, such as `http://127.0.0.1:4000`; more may come. */
  readonly hubOrigins?: ReadonlySet<string>;
  /** Where apps are registered; without it there is the demo's own client alone. */
  readonly findClient?: FindClient;
}

export interface Issuer {
  /** The issuer identifier, as it stands in `iss`; discovery is below it. */
  readonly url: string;
  readonly tokenEndpoint: string;
  /** Asks the token endpoint for a token, as a page would, and returns it; rejects with the OAuth error. */
  issueToken(aliasOrNik: string, options?: TokenOptions): Promise<string>;
  /** Signs with a new key from now on; what the old ones signed still verifies, unless they are dropped. */
  rotateKeys(options?: { readonly drop?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Starts the issuer and returns once it answers. */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const { realm, host = LOOPBACK, dataDir, audience } = options;
  const { alg } = realms[realm];
  for (const { nik } of options.people) {
    if ((nik !== undefined) !== (realm === 'citizens')) throw new Error(`Not all of these people are ${realm}`);
  }
  let keys = await openIssuerKeys(dataDir, alg);
  // The port is part of the issuer's name, so the server listens first and answers when the provider has been built.
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const port = await listenOnSomePort(server, host, options.port, join(dataDir, 'port'));
  const url = `http://${host === '0.0.0.0' || host === '::' ? LOOPBACK : host}:${port}`;
  const clients = createRegisteredClients(options.findClient);
  const lasting = {
    realm,
    issuer: url,
    people: createPeople(options.people, keys.subjectSecret),
    shown: options.people.filter(({ alias }) => alias !== undefined),
    audience,
    origins: options.hubOrigins ?? new Set<string>(),
    clients,
    memory: createTransientMemory(clients.find),
  };
  const rotate = async (drop: boolean): Promise<void> => {
    keys = await rotateIssuerKeys(dataDir, keys, alg, drop);
    serve();
  };
  // oidc-provider takes its keys when it is made, so new keys mean a new one; what people and apps hold is in `lasting`.
  const serve = (): string => {
    const provider = createProvider({ ...lasting, keys });
    answer = serveRotation(rotate, provider.callback());
    return url + provider.pathFor('token');
  };
  const tokenEndpoint = serve();
  return {
    url,
    tokenEndpoint,
    issueToken: (aliasOrNik, tokenOptions) => askForToken(tokenEndpoint, aliasOrNik, tokenOptions),
    rotateKeys: async ({ drop = false } = {}) => await rotate(drop),
    stop: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
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
