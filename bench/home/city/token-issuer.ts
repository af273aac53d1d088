import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An OpenID Connect issuer as far as a resource server sees one: discovery, keys, and tokens. */
export interface TokenIssuer {
  readonly url: string;
  issueToken(nik: string): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

const KEY_ID = 'bench';
/** The application that the tokens are given to. */
export const CLIENT_ID = 'bench';
// The hub's default audience.
const AUDIENCE = 'hub-kota-jambi';

/** Starts an issuer with an RS256 key of its own. */
export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const documents = new Map<string, unknown>([['/jwks', { keys: [jwk] }]]);
  const server = createServer((request, response) => {
    const document = documents.get(request.url ?? '');
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  documents.set('/.well-known/openid-configuration', { issuer: url, jwks_uri: `${url}/jwks` });
  return {
    url,
    issueToken: (nik) =>
      new SignJWT({ nik, scope: 'openid citizen', client_id: CLIENT_ID })
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
        .setIssuer(url)
        .setAudience(AUDIENCE)
        .setSubject(`citizen-${nik.slice(-6)}`)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
