import type { IncomingHttpHeaders } from 'node:http';
import type { LivingRecords } from './living-records.ts';

/** A call as a system sees it; a body that is not a JSON object arrives as an empty one. */
export interface SystemCall {
  /** The body as it came. */
  readonly text: string;
  /** Path without the query. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** What a system answers. */
export interface SystemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One operation of a system; its name is what the call counters and the fault option `only` speak of. */
export interface SystemRoute {
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly path: string | RegExp;
  answer(call: SystemCall): SystemAnswer | Promise<SystemAnswer>;
}

/** The wire contract of one legacy system, without its faults. */
export interface LegacySystem {
  readonly name: string;
  readonly routes: readonly SystemRoute[];
  /** The answer to a path or a method that does not exist. */
  unknownOperation(): SystemAnswer;
  /** How this system says that the allowance of calls is used up. */
  quotaExhausted(): SystemAnswer;
  /** Present when the system has sessions. */
  readonly sessions?: SystemSessions;
  /** Present when the system's language prints warnings into its answers. */
  readonly warning?: string;
  /** Present when the system now and then fails by itself. */
  readonly hiccup?: SystemHiccup;
  /** Present when its records can be made to change. */
  readonly records?: LivingRecords;
}

/** What a system answers, without looking at the call, to each call whose number is a multiple of `every`. */
interface SystemHiccup {
  readonly every: number;
  answer(): SystemAnswer;
}

/** How a system's sessions are ended and refused from outside. */
interface SystemSessions {
  readonly loginOperation: string;
  expireAll(): void;
  expiredAnswer(): SystemAnswer;
}

/** Answers with JSON text. */
export function answerJson(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): SystemAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** Returns a body's text value, or nothing when it is absent, empty or not text. */
export function findText(call: SystemCall, key: string): string | undefined {
  const value = call.body[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
