/** How a simulated system misbehaves; setting a fault replaces the one before, and `{}` is good health. */
export interface Fault {
  /** The connection is destroyed without an answer. */
  readonly down?: boolean;
  /** The call is accepted and never answered. */
  readonly hang?: boolean;
  /** Milliseconds to wait before answering; may be joined with the other faults. */
  readonly slowMs?: number;
  /** A page of HTML with this status instead of JSON. */
  readonly html?: 200 | 502;
  /** The JSON is cut in half, under the content-length of the half. */
  readonly truncated?: boolean;
  /** HTTP 500. */
  readonly status500?: boolean;
  /** The allowance of calls is used up; each system has its own way of saying so. */
  readonly quota?: boolean;
  /** True: every open session ends now. `always`: no session is accepted, not even after a new login. */
  readonly expiredSession?: true | 'always';
  /** PHP warnings before the JSON on every tenth call, or the system's own hiccup when that is due: unless told otherwise. */
  readonly warnings?: 'sometimes' | 'always' | 'never';
  /** Only calls of this operation meet the fault. */
  readonly only?: string;
  /** Only the next calls, so many of them, meet the fault. */
  readonly times?: number;
}

const isTrueOrFalse = (value: unknown): boolean => typeof value === 'boolean';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isOneOf =
  (...allowed: readonly unknown[]) =>
  (value: unknown): boolean =>
    allowed.includes(value);

const CHECKS: Readonly<Record<keyof Fault, (value: unknown) => boolean>> = {
  down: isTrueOrFalse,
  hang: isTrueOrFalse,
  slowMs: isCount,
  html: isOneOf(200, 502),
  truncated: isTrueOrFalse,
  status500: isTrueOrFalse,
  quota: isTrueOrFalse,
  expiredSession: isOneOf(true, 'always'),
  warnings: isOneOf('sometimes', 'always', 'never'),
  only: (value) => typeof value === 'string',
  times: isCount,
};

/**
 * Reads a fault from JSON.
 * @throws when a key or a value is unknown, naming those that exist: a misspelt fault must not pass as good health.
 */
export function parseFault(json: object): Fault {
  for (const [key, value] of Object.entries(json)) {
    if (!isFaultKey(key)) throw new Error(`unknown fault "${key}"; known: ${Object.keys(CHECKS).join(', ')}`);
    if (!CHECKS[key](value)) throw new Error(`fault "${key}" cannot be ${JSON.stringify(value)}`);
  }
  return json;
}

function isFaultKey(key: string): key is keyof Fault {
  return Object.hasOwn(CHECKS, key);
}
