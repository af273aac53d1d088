import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** A key pair of an issuer, with its public half as it is published. */
export interface IssuerKeyPair {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: PrivateKey;
  readonly jwk: JWK;
}

/** An OpenID Connect issuer on this machine that says what a test lets it say. */
export interface LoopbackIssuer {
  readonly url: string;
  /** What it publishes; tests change it to rotate. */
  keys: JWK[];
  isUp: boolean;
  /** Whom its discovery names; itself by default. */
  named: string | undefined;
  /** How often its keys were asked for. */
  asked(): number;
  stop(): Promise<void>;
}

export async function createIssuerKeyPair(kid: string, alg = 'RS256'): Promise<IssuerKeyPair> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey: pair.privateKey, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg } };
}

/** Starts it on a free port. */
export async function startLoopbackIssuer(keys: JWK[]): Promise<LoopbackIssuer> {
  let asked = 0;
  const server = createServer((request, response) => {
    if (!issuer.isUp) return void response.writeHead(500).end('<html>');
    if (request.url === '/keys') asked++;
    const discovery = { issuer: issuer.named ?? issuer.url, jwks_uri: `${issuer.url}/keys` };
    const answer = request.url === '/keys' ? { keys: issuer.keys } : discovery;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer: LoopbackIssuer = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    keys,
    isUp: true,
    named: undefined,
    asked: () => asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return issuer;
}

/** Signs claims as they are, with nothing added. */
export function signClaims(
  { alg, kid, privateKey }: IssuerKeyPair,
  claims: JWTPayload,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
}
