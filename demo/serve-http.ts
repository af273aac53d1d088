import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SystemAnswer } from './legacy-system.ts';

interface HttpServer {
  readonly url: string;
  /** Stops listening and destroys every open connection at once. */
  stop(): Promise<void>;
}

/** Serves HTTP for a part of the simulated city; it never logs, because calls carry NIKs. */
export async function serveHttp(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
  host: string,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    // A caller that goes away in the middle of a call is its own business: no unhandled rejection, no log.
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${reachableAt(host)}:${(server.address() as AddressInfo).port}`, stop };
}

/** Returns the host that a caller on this machine writes into an address. */
export function reachableAt(host: string): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return reachable.includes(':') ? `[${reachable}]` : reachable;
}

/** Reads a request's whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Sends what a system answers. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: SystemAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}
