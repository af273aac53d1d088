import type { HttpAnswer, Transport } from '../../outbound/index.ts';
import type { Authentication } from './authentication.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPath } from './place.ts';
import { compileJsonBody } from './request-template.ts';
import { checkLogin, createSession, readToken } from './session.ts';

/** A system's own log-in: a call that gives a token for the calls after it. */
export interface LoginSpec {
  readonly post?: string;
  readonly get?: string;
  readonly body?: unknown;
  /** Headers of the log-in itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Dotted path of the token in the log-in's answer. */
  readonly token: string;
  /** The header that carries the token as it is; `authorization: Bearer <token>` by default. */
  readonly sendAs?: string;
  /** The HTTP status that says that the session is over. */
  readonly expired?: number;
  /** What stands in an answer that says so under HTTP 200: dotted paths and their text. */
  readonly expiredWhen?: Readonly<Record<string, string>>;
}

function createExpiryTest({ expired = 401, expiredWhen }: LoginSpec): (answer: HttpAnswer) => boolean {
  if (!expiredWhen) return ({ status }) => status === expired;
  const wanted = Object.entries(expiredWhen);
  return ({ status, text }) => {
    if (status === expired) return true;
    // Most answers are read once, when they are mapped: only one that holds all the words is read here too.
    if (!wanted.every(([, word]) => text.includes(word))) return false;
    const answer = tryParse(text);
    return wanted.every(([path, word]) => String(readPath(answer, path)) === word);
  };
}

function tryParse(text: string): unknown {
  try {
    return parseAnswer(text, new Set(['textBeforeJson']));
  } catch {
    return undefined;
  }
}

/** Creates the authentication by a system's own log-in; `fixed` headers go with every call after it. */
export function createLogin(spec: LoginSpec, fixed: Record<string, string>, transport: Transport): Authentication {
  const isPost = spec.post !== undefined;
  const body = isPost ? compileJsonBody(spec.body ?? {})({}) : undefined;
  const headers: Record<string, string> = { accept: 'application/json', ...spec.headers };
  if (isPost) headers['content-type'] = 'application/json';
  return createSession({
    isExpired: createExpiryTest(spec),
    logIn: async () => {
      const answer = await transport.send({
        method: isPost ? 'POST' : 'GET',
        path: spec.post ?? spec.get ?? '/',
        headers,
        body,
        isRead: true,
      });
      checkLogin(answer);
      const token = readToken(parseAnswer(answer.text, new Set(['textBeforeJson'])), spec.token);
      const sent = spec.sendAs ? { [spec.sendAs.toLowerCase()]: token } : { authorization: `Bearer ${token}` };
      return { headers: { ...fixed, ...sent } };
    },
  });
}
