/**
 * The REST protocol: JSON over HTTP on kept connections, asked by JSON or a form, of systems that authenticate by header,
 * password, token, a log-in of their own or OAuth 2.0 client credentials. It refuses to follow redirects, to guess at broken JSON that the connector file does not name, and to
 * repeat anything of a request or an answer in an error.
 */

import {
  CallFailure,
  createTransport,
  type HttpAnswer,
  type HttpRequest,
  type Transport,
} from '../../outbound/index.ts';
import { type Call, type OperationSpec, type Protocol, type Source, SpecMistake } from '../protocol.ts';
import { type Authentication, type AuthenticationSpec, createAuthentication } from './authentication.ts';
import { parseAnswer, type Tolerance } from './parse-answer.ts';
import { refuseStatus } from './refuse-status.ts';
import {
  compileFormBody,
  compileJsonBody,
  compilePath,
  listBodyParameters,
  listPathParameters,
} from './request-template.ts';

export const rest: Protocol = {
  name: 'rest',
  open: (spec, limits): Source => {
    const base = readAddress(String(spec.rest));
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
  checkOperation: ({ get, post }) =>
    typeof get === 'string' || typeof post === 'string'
      ? []
      : [
          {
            key: 'source',
            message: 'is a web service, and there is no path to ask',
            suggestion: 'write get: /… or post: /…',
          },
        ],
  listParameters: ({ get, post, body, form }) => {
    const addressed = [...new Set(listPathParameters(String(post ?? get ?? '')))];
    return { all: [...new Set([...listBodyParameters(body), ...listBodyParameters(form), ...addressed])], addressed };
  },
};

/** @throws SpecMistake, which does not repeat the address: it may hold a secret that should not be there. */
function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SpecMistake('rest', 'is not an address', 'write it like: https://perizinan.example/index.php');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    throw new SpecMistake('rest', 'is more than an address', 'a user, a password or a key belongs under auth');
  }
  return url;
}

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
  const { form } = spec as { readonly form?: Readonly<Record<string, unknown>> };
  const jsonOf = spec.body === undefined ? undefined : compileJsonBody(spec.body);
  const bodyOf = form === undefined ? jsonOf : compileFormBody(form);
  const contentType = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  const sendWith = (request: Omit<HttpRequest, 'headers'>, auth: Record<string, string>) => {
    const headers: Record<string, string> = { accept: 'application/json', ...auth };
    if (request.body !== undefined) headers['content-type'] = contentType;
    return transport.send({ ...request, headers });
  };
  const renew = async (request: Omit<HttpRequest, 'headers'>): Promise<unknown> => {
    const renewed = await authentication.headers();
    const answer = await sendWith(request, renewed);
    if (authentication.renews(answer, renewed))
      throw new CallFailure('denied', `a new session refused (HTTP ${answer.status})`);
    return read(answer);
  };
  const read = (answer: HttpAnswer): unknown => {
    refuseStatus(answer);
    return parseAnswer(answer.text, tolerate);
  };
  return async (args, deadlineMs) => {
    const until = deadlineMs === undefined ? {} : { deadlineMs };
    const request = { method, path: pathOf(args), body: bodyOf?.(args), isRead, ...until } as const;
    const pending = authentication.headers();
    const used = pending instanceof Promise ? await pending : pending;
    const answer = await sendWith(request, used);
    return authentication.renews(answer, used) ? renew(request) : read(answer);
  };
}
