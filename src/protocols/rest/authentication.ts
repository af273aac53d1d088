import { CallFailure, type HttpAnswer, type Transport } from '../../outbound/index.ts';
import { parseAnswer } from './parse-answer.ts';
import { refuseStatus } from './refuse-status.ts';
import { compileJsonBody } from './request-template.ts';

/** Adds what a system wants to see before it answers. */
export interface Authentication {
  headers(): Record<string, string> | Promise<Record<string, string>>;
  /** Whether an answer means that a new log-in is worth one more try; the used-up session is dropped. */
  renews(answer: HttpAnswer, usedHeaders: Record<string, string>): boolean;
}

/** The `auth` of a source in a connector file. */
export interface AuthenticationSpec {
  readonly header?: Readonly<Record<string, string>>;
  readonly basic?: { readonly user: string; readonly password: string };
  readonly bearer?: string;
  readonly login?: LoginSpec;
}

export interface LoginSpec {
  readonly post: string;
  readonly body: unknown;
  /** Dotted path of the token in the log-in's answer. */
  readonly token: string;
  /** The HTTP status that says the session is over. */
  readonly expired?: number;
}

/** Creates the authentication that a source's `auth` describes; none when there is none. */
export function createAuthentication(spec: AuthenticationSpec | undefined, transport: Transport): Authentication {
  if (spec?.login) return createLoginSession(spec.login, transport);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(spec?.header ?? {})) headers[name.toLowerCase()] = value;
  if (spec?.bearer) headers.authorization = `Bearer ${spec.bearer}`;
  if (spec?.basic) {
    const pair = `${spec.basic.user}:${spec.basic.password}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  return { headers: () => headers, renews: () => false };
}

// Many systems lock an account after some wrong passwords; one try a minute finds a mended one soon enough.
const HOLD_OFF_MS = 60_000;

/** Logs in when first needed and again, once for all waiting calls, when the session is over. */
function createLoginSession(spec: LoginSpec, transport: Transport): Authentication {
  const body = compileJsonBody(spec.body)({});
  const expiredStatus = spec.expired ?? 401;
  let session: Promise<Record<string, string>> | undefined;
  let live: Record<string, string> | undefined;
  let refused: { readonly failure: CallFailure; readonly untilMs: number } | undefined;
  const logIn = async (): Promise<Record<string, string>> => {
    const answer = await transport.send({
      method: 'POST',
      path: spec.post,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      isRead: true,
    });
    if (answer.status === 429 || answer.status === 408 || answer.status >= 500) refuseStatus(answer);
    if (answer.status < 200 || answer.status > 299)
      throw new CallFailure('denied', `the log-in answered HTTP ${answer.status}`);
    const token = readPath(parseAnswer(answer.text, new Set(['textBeforeJson'])), spec.token);
    if (typeof token !== 'string' || token === '') throw new CallFailure('denied', 'the log-in gave no token');
    live = { authorization: `Bearer ${token}` };
    return live;
  };
  return {
    headers: () => {
      if (live) return live;
      if (refused && Date.now() < refused.untilMs) throw refused.failure;
      session ??= logIn()
        .catch((error: unknown) => {
          if (error instanceof CallFailure && error.kind === 'denied')
            refused = { failure: error, untilMs: Date.now() + HOLD_OFF_MS };
          throw error;
        })
        .finally(() => {
          session = undefined;
        });
      return session;
    },
    renews: (answer, used) => {
      if (answer.status !== expiredStatus) return false;
      // Another call may have logged in anew while this one was on its way: its session stays.
      if (live === used) live = undefined;
      return true;
    },
  };
}

function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
