import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as it arrived at the fake system. */
interface ReceivedRequest {
  readonly method: string;
  /** Path and query exactly as they stood in the request line. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Counted from 0 over everything that arrived. */
  readonly index: number;
}

/** How the fake system behaves; it answers, or treats the connection badly. */
export type Handle = (request: ReceivedRequest, response: ServerResponse, socket: Socket) => void;

/** Somebody else's HTTP system, played on a free port of the loopback address. */
export interface Loopback {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Connections that are open now. */
  openConnections(): number;
  /** Behaves differently from now on. */
  behave(handle: Handle): void;
  stop(): Promise<void>;
}

/** Starts a fake HTTP system. */
export async function startLoopback(first: Handle): Promise<Loopback> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let handle = first;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers, socket } = incoming;
      const body = Buffer.concat(chunks).toString('utf8');
      const request = { method, path, headers, body, index: requests.length };
      requests.push(request);
      handle(request, response, socket);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    openConnections: () => sockets.size,
    behave: (next) => {
      handle = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Handle {
  return text(JSON.stringify(value), status, { 'content-type': 'application/json', ...headers });
}

/** Answers with text as it is. */
export function text(body: string, status = 200, headers: Record<string, string> = {}): Handle {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}

/** Takes the request and never answers. */
export const hang: Handle = () => {};

/** Ends the connection by force before any answer. */
export const reset: Handle = (_request, _response, socket) => void socket.resetAndDestroy();

/** Begins an answer and ends the connection in the middle of it. */
export const resetInAnswer: Handle = (_request, response, socket) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"rc":"00","data":[', () => socket.destroy());
};

/** Sends an answer that never ends, one byte after the other. */
export const drip: Handle = (_request, response, socket) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 10);
  socket.on('close', () => clearInterval(timer));
};

/** Sends valid JSON of somewhat more than so many bytes. */
export function oversized(bytes: number): Handle {
  return (_request, response) => {
    response.writeHead(200);
    response.end(`{"filler":"${'x'.repeat(bytes)}"}`);
  };
}

/** Behaves by each given way once, then always by the last. */
export function inTurn(...handles: readonly Handle[]): Handle {
  let turn = 0;
  return (request, response, socket) => {
    const handle = handles[Math.min(turn++, handles.length - 1)];
    handle?.(request, response, socket);
  };
}
