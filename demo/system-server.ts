import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallControl, type SystemControl } from './control.ts';
import { answerControlCall, CONTROL_PATH } from './control-route.ts';
import { findFaultAnswer, spoilAnswer } from './fault-answer.ts';
import type { LegacySystem, SystemCall, SystemRoute } from './legacy-system.ts';
import type { LivingRecords } from './living-records.ts';
import { answerRecordsCall, RECORDS_PATH } from './records-route.ts';
import { readBody, sendAnswer, serveHttp } from './serve-http.ts';

/** A simulated system that listens. */
export interface RunningSystem {
  readonly url: string;
  readonly controlUrl: string;
  readonly control: SystemControl;
  /** Present when its records can be made to change. */
  readonly records?: LivingRecords;
  /** Stops listening and destroys every open connection at once. */
  stop(): Promise<void>;
}

/** Serves a legacy system over HTTP, with its faults and its `/__control`; it never logs, because calls carry NIKs. */
export async function serveSystem(system: LegacySystem, port: number, host: string): Promise<RunningSystem> {
  const control = new CallControl(system);
  const { url, stop } = await serveHttp((request, response) => handle(system, control, request, response), port, host);
  const { records } = system;
  return { url, controlUrl: url + CONTROL_PATH, control, ...(records && { records }), stop };
}

async function handle(
  system: LegacySystem,
  control: CallControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  if (path === CONTROL_PATH)
    return sendAnswer(response, answerControlCall(system, control, request.method, await readBody(request)));
  if (path === RECORDS_PATH)
    return sendAnswer(response, await answerRecordsCall(system, request.method, await readBody(request)));

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
  const answer = findFaultAnswer(system, admission) ?? (route ? await route.answer(call) : system.unknownOperation());
  sendAnswer(response, spoilAnswer(system, answer, admission));
}

function isFor(route: SystemRoute, method: string | undefined, path: string): boolean {
  if (route.method !== method) return false;
  return typeof route.path === 'string' ? route.path === path : route.path.test(path);
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
