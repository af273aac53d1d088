import type { SystemControl } from './control.ts';
import { parseFault } from './fault.ts';
import { answerJson, type SystemAnswer } from './legacy-system.ts';

/** Where a simulated system takes orders about its faults; not part of any vendor's contract, and never counted. */
export const CONTROL_PATH = '/__control';

/** Answers GET with the state; POST sets a fault, or with `{"reset":true}` first ends it and restarts the counters. */
export function answerControlCall(
  system: { readonly name: string },
  control: SystemControl,
  method: string | undefined,
  body: string,
): SystemAnswer {
  if (method === 'GET') return answerJson(describe(system, control));
  if (method !== 'POST')
    return answerJson({ error: 'GET shows the state, POST sets a fault' }, 405, { allow: 'GET, POST' });
  try {
    obey(control, body === '' ? {} : JSON.parse(body));
  } catch (error) {
    return answerJson({ error: error instanceof Error ? error.message : 'not understood' }, 400);
  }
  return answerJson(describe(system, control));
}

function obey(control: SystemControl, order: unknown): void {
  if (!isOrder(order)) throw new Error('a fault is a JSON object');
  const { reset, ...faultJson } = order;
  const fault = parseFault(faultJson);
  if (reset !== undefined && reset !== true) throw new Error('"reset" can only be true');
  if (reset) control.reset();
  if (!reset || Object.keys(fault).length > 0) control.set(fault);
}

function isOrder(value: unknown): value is { readonly reset?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(
  { name }: { readonly name: string },
  { fault, calls, inFlight, peakConcurrent }: SystemControl,
): object {
  return { system: name, fault, calls, inFlight, peakConcurrent };
}
