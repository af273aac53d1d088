import type { Transport } from '../../outbound/index.ts';
import type { Call, CallArguments, OperationSpec } from '../protocol.ts';
import type { Address } from './address.ts';
import type { Authentication } from './authentication.ts';
import { compileDecrypt, type DecryptSpec } from './decrypt.ts';
import { createHttpCall, type HttpCall, type UnsignedRequest } from './http-call.ts';
import { findPages, type PagesSpec } from './paging/pages-spec.ts';
import { compilePages } from './paging/read-pages.ts';
import type { Step } from './paging/ways.ts';
import type { Tolerance } from './parse-answer.ts';
import { compileReading, type ReadAnswer } from './read-answer.ts';
import { compileFormBody, compileJsonBody, compilePath } from './request-template.ts';

/** An open source, as its operations need it. */
export interface RestSource {
  readonly address: Address;
  readonly transport: Transport;
  readonly authentication: Authentication;
  readonly tolerate: ReadonlySet<Tolerance>;
  readonly decrypt: DecryptSpec | undefined;
  readonly timeoutMs: number;
}

/** The keys of an operation that has no mistake. */
interface RestOperation {
  readonly get?: string;
  readonly post?: string;
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly emptyStatus?: readonly number[];
  readonly decrypt?: DecryptSpec;
}

type BuildRequest = (args: CallArguments, deadlineMs: number | undefined) => UnsignedRequest;

/** Compiles an operation to its call. */
export function prepareCall(operation: OperationSpec, source: RestSource): Call {
  const spec = operation.spec as RestOperation;
  const { tolerate } = source;
  const decrypt = spec.decrypt ?? source.decrypt;
  const read = compileReading({
    tolerate,
    emptyStatus: spec.emptyStatus ?? [],
    parse: decrypt && compileDecrypt(decrypt, tolerate),
  });
  const contentType = spec.form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  const call = createHttpCall(source.transport, source.authentication, contentType);
  const build = compileRequest(spec, operation.isRead, source.timeoutMs);
  const pages = findPages(operation.spec);
  if (pages)
    return preparePagedCall(pages, operation, source.address, { call, build, read, timeoutMs: source.timeoutMs });
  return (args, deadlineMs) => call(() => build(args, deadlineMs), read);
}

function compileRequest(spec: RestOperation, isRead: boolean, timeoutMs: number): BuildRequest {
  const { get, post, body, form } = spec;
  const method = post === undefined ? 'GET' : 'POST';
  const pathOf = compilePath(String(post ?? get));
  const jsonOf = body === undefined ? undefined : compileJsonBody(body);
  const bodyOf = form === undefined ? jsonOf : compileFormBody(form);
  return (args, deadlineMs = Date.now() + timeoutMs) => ({
    method,
    path: pathOf(args),
    body: bodyOf?.(args),
    isRead,
    deadlineMs,
  });
}

interface Parts {
  readonly call: HttpCall;
  readonly build: BuildRequest;
  readonly read: ReadAnswer;
  readonly timeoutMs: number;
}

/** All pages of a question fall within the one time that it may take. */
function preparePagedCall(pages: PagesSpec, operation: OperationSpec, address: Address, parts: Parts): Call {
  const { call, build, read, timeoutMs } = parts;
  const readPages = compilePages(pages, operation, address);
  const { parameter } = pages;
  const buildPage = (args: CallArguments, deadlineMs: number, step: Step): UnsignedRequest => {
    if (parameter !== undefined) return build({ ...args, [parameter]: step }, deadlineMs);
    const request = build(args, deadlineMs);
    return step === null ? request : { ...request, path: String(step) };
  };
  return (args, deadlineMs = Date.now() + timeoutMs, takeFurther) => {
    const ask = async (step: Step) => {
      const request = buildPage(args, deadlineMs, step);
      return call(
        () => request,
        (answer) => ({ request, answer, content: read(answer) }),
      );
    };
    return readPages(ask, takeFurther);
  };
}
