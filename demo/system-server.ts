import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallControl, type SystemControl } from './control.ts';
import { answerControlCall, CONTROL_PATH } from './control-route.ts';
import { findFaultAnswer, spoilAnswer } from './fault-answer.ts';
import type { LegacySystem, SystemAnswer, SystemCall, SystemRoute } from './legacy-system.ts';

/** A simulated system that listens. */
export interface RunningSystem {
  readonly url: string;
  readonly controlUrl: string;
  readonly control: SystemControl;
  /** Stops listening and destroys every open connection at once. */
  stop(): Promise<void>;
}

/** Serves a legacy system over HTTP, with its faults and its `/__control`; it never logs, because calls carry NIKs. */
export async function serveSystem(system: LegacySystem, port: number, host: string): Promise<RunningSystem> {
  const control = new CallControl(system);
  const server = createServer((request, response) => {
    // A caller that goes away in the middle of a call is its own business: no unhandled rejection, no log.
    handle(system, control, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  await once(server, 'listening');
  const url = addressOf(server, host);
  return { url, controlUrl: url + CONTROL_PATH, control, stop: () => stopServer(server) };
}

async function handle(
  system: LegacySystem,
  control: CallControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  if (path === CONTROL_PATH)
    return send(response, answerControlCall(system, control, request.method, await readBody(request)));

  const route = system.routes.find((candidate) => isFor(candidate, request.method, path));
  const admission = control.enter(route?.operation ?? 'unknown');
  response.once('close', () => control.leave());
  const { fault } = admission;
  if (fault.down) {
    request.socket.destroy();
    return;
  }
  const body = await readBody(request);
  if (fault.hang) return;
  if (fault.slowMs) await sleep(fault.slowMs, undefined, { ref: false });

  const call: SystemCall = {
    text: body,
    path,
    body: parseObject(body),
    query: new URLSearchParams(query),
    headers: request.headers,
  };
  const answer = findFaultAnswer(system, admission) ?? (route ? route.answer(call) : system.unknownOperation());
  send(response, spoilAnswer(system, answer, admission));
}

function isFor(route: SystemRoute, method: string | undefined, path: string): boolean {
  if (route.method !== method) return false;
  return typeof route.path === 'string' ? route.path === path : route.path.test(path);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function send(response: ServerResponse, { status, headers, body }: SystemAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function addressOf(server: Server, host: string): string {
  const address = server.address() as AddressInfo;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${address.port}`;
}

async function stopServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
