/**
 * The REST protocol: JSON over HTTP on kept connections, to systems that authenticate by header, password, token or a
 * log-in session. It refuses to follow redirects, to guess at broken JSON that the connector file does not name, and to
 * repeat anything of a request or an answer in an error.
 */
import { type Call, type OperationSpec, type Protocol, type Source, SourceFailure } from '../protocol.ts';
import { type Authentication, type AuthenticationSpec, createAuthentication } from './authentication.ts';
import { parseAnswer, type Tolerance } from './parse-answer.ts';
import { compileJsonBody, compilePath } from './request-template.ts';
import { createTransport, type HttpAnswer, type HttpRequest, type Transport } from './transport.ts';

export { listParameters, listPathParameters } from './request-template.ts';

export const rest: Protocol = {
  name: 'rest',
  open: (spec, limits): Source => {
    const base = new URL(String(spec.rest));
    const transport = createTransport(base.origin, limits);
    const authentication = createAuthentication(
      spec.auth as AuthenticationSpec | undefined,
      withPrefix(transport, base),
    );
    const tolerate = new Set((spec.tolerate ?? []) as readonly Tolerance[]);
    const prefixed = withPrefix(transport, base);
    return {
      prepare: (operation) => prepareCall(operation, prefixed, authentication, tolerate),
      close: () => transport.close(),
    };
  },
};

/** Puts the path of a base address such as `http://host/index.php` in front of every request's. */
function withPrefix(transport: Transport, base: URL): Transport {
  const prefix = base.pathname.replace(/\/$/, '');
  if (prefix === '') return transport;
  return { ...transport, send: (request) => transport.send({ ...request, path: prefix + request.path }) };
}

function prepareCall(
  { spec, isRead }: OperationSpec,
  transport: Transport,
  authentication: Authentication,
  tolerate: ReadonlySet<Tolerance>,
): Call {
  const method = typeof spec.post === 'string' ? 'POST' : 'GET';
  const pathOf = compilePath(String(spec.post ?? spec.get));
  const bodyOf = spec.body === undefined ? undefined : compileJsonBody(spec.body);
  const sendWith = (request: Omit<HttpRequest, 'headers'>, auth: Record<string, string>) => {
    const headers: Record<string, string> = { accept: 'application/json', ...auth };
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    return transport.send({ ...request, headers });
  };
  return async (args) => {
    const request = { method, path: pathOf(args), body: bodyOf?.(args), isRead } as const;
    const pending = authentication.headers();
    const used = pending instanceof Promise ? await pending : pending;
    let answer = await sendWith(request, used);
    if (authentication.renews(answer, used)) answer = await sendWith(request, await authentication.headers());
    refuseStatus(answer);
    return parseAnswer(answer.text, tolerate);
  };
}

/** @throws SourceFailure for every status that does not carry an answer. */
function refuseStatus({ status, retryAfter }: HttpAnswer): void {
  if (status >= 200 && status < 300) return;
  const seconds = retryAfter === undefined ? Number.NaN : Number(retryAfter);
  const retryAfterSeconds = Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
  if (status === 429) throw new SourceFailure('quota', 'too many requests (HTTP 429)', { retryAfterSeconds });
  if (status === 401 || status === 403) throw new SourceFailure('denied', `access denied (HTTP ${status})`);
  if (status >= 500)
    throw new SourceFailure('unavailable', `a fault of its own (HTTP ${status})`, { retryAfterSeconds });
  throw new SourceFailure('badAnswer', `an unexpected HTTP ${status}`);
}
