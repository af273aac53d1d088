import type { Transport } from '../../outbound/index.ts';
import type { Call, CallArguments, OpenPages, OperationSpec } from '../protocol.ts';
import type { Address } from './address.ts';
import type { Authentication } from './authentication.ts';
import { compileDecrypt, type DecryptSpec } from './decrypt.ts';
import { createHttpCall, type HttpCall, type UnsignedRequest } from './http-call.ts';
import { compileTotal } from './paging/compile-total.ts';
import { compileWalk } from './paging/page-walk.ts';
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
  const parts = compileParts(operation, source);
  const { call, build, read } = parts;
  const pages = findPages(operation.spec);
  if (pages) return preparePagedCall(pages, operation, source.address, parts);
  return (args, deadlineMs) => call(() => build(args, deadlineMs), read);
}

/** Compiles an operation whose answer comes in pages to what gives them one by one; undefined for any other. */
export function preparePages(operation: OperationSpec, source: RestSource): OpenPages | undefined {
  const pages = findPages(operation.spec);
  if (!pages) return undefined;
  const parts = compileParts(operation, source);
  const { begin } = compileWalk(pages, operation, source.address);
  const readTotal = compileTotal(pages.total);
  const askFor = compileAsk(pages, parts);
  return (args) => {
    const walk = begin();
    let isFirst = true;
    return {
      hasNext: () => walk.hasNext(),
      next: async (deadlineMs) => {
        const { content, rows } = await walk.next(askFor(args, deadlineMs));
        const total = isFirst && rows !== undefined ? readTotal(content) : undefined;
        isFirst = false;
        return { content, total };
      },
    };
  };
}

function compileParts(operation: OperationSpec, source: RestSource): Parts {
  const spec = operation.spec as RestOperation;
  const { tolerate, timeoutMs } = source;
  const decrypt = spec.decrypt ?? source.decrypt;
  const read = compileReading({
    tolerate,
    emptyStatus: spec.emptyStatus ?? [],
    parse: decrypt && compileDecrypt(decrypt, tolerate),
  });
  const contentType = spec.form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  const call = createHttpCall(source.transport, source.authentication, contentType);
  return { call, build: compileRequest(spec, operation.isRead, timeoutMs), read, timeoutMs };
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
  const readPages = compilePages(pages, operation, address);
  const askFor = compileAsk(pages, parts);
  return (args, deadlineMs = Date.now() + parts.timeoutMs, takeFurther) =>
    readPages(askFor(args, deadlineMs), takeFurther);
}

function compileAsk({ parameter }: PagesSpec, { call, build, read }: Parts) {
  const buildPage = (args: CallArguments, deadlineMs: number, step: Step): UnsignedRequest => {
    if (parameter !== undefined) return build({ ...args, [parameter]: step }, deadlineMs);
    const request = build(args, deadlineMs);
    return step === null ? request : { ...request, path: String(step) };
  };
  return (args: CallArguments, deadlineMs: number) => async (step: Step) => {
    const request = buildPage(args, deadlineMs, step);
    return call(
      () => request,
      (answer) => ({ request, answer, content: read(answer) }),
    );
  };
}
