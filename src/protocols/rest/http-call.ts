import { CallFailure, type HttpAnswer, type HttpRequest, type Transport } from '../../outbound/index.ts';
import type { Authentication } from './authentication.ts';

/** A request as an operation makes it, before it is shown to the system's authentication. */
export type UnsignedRequest = Omit<HttpRequest, 'headers'> & { readonly deadlineMs: number };

/** Makes one request and reads what comes back; once more when the session turns out to be over. */
export type HttpCall = <T>(build: () => UnsignedRequest, read: (answer: HttpAnswer) => T) => Promise<T>;

/** Creates the calls of one operation, whose bodies are all of one content type. */
export function createHttpCall(transport: Transport, authentication: Authentication, contentType: string): HttpCall {
  const send = (request: UnsignedRequest, auth: Record<string, string>): Promise<HttpAnswer> => {
    const headers: Record<string, string> = { accept: 'application/json', ...auth };
    if (request.body !== undefined) headers['content-type'] = contentType;
    return transport.send({ ...request, headers });
  };
  const renew = async <T>(request: UnsignedRequest, read: (answer: HttpAnswer) => T): Promise<T> => {
    const renewed = await logIn(authentication.headers(request));
    const answer = await send(request, renewed);
    if (authentication.renews(answer, renewed))
      throw new CallFailure('denied', `a new session refused (HTTP ${answer.status})`);
    return read(answer);
  };
  return async (build, read) => {
    const request = build();
    const pending = authentication.headers(request);
    const used = pending instanceof Promise ? await logIn(pending) : pending;
    const answer = await send(request, used);
    return authentication.renews(answer, used) ? renew(request, read) : read(answer);
  };
}

/** Whatever became of the log-in, the request itself has not been sent. */
async function logIn(headers: Promise<Record<string, string>> | Record<string, string>) {
  try {
    return await headers;
  } catch (error) {
    if (!(error instanceof CallFailure) || error.isUndone) throw error;
    const { kind, message, retryAfterSeconds, cause } = error;
    throw new CallFailure(kind, message, { retryAfterSeconds, isUndone: true, cause });
  }
}
