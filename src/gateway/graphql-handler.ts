import type { IncomingHttpHeaders } from 'node:http';
import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../base/hub-error.ts';
import { type Admission, readDocumentRequest, type TrustedDocuments } from './admission/index.ts';
import { answerByApollo } from './apollo-handler.ts';
import { asHttpRefusal } from './errors.ts';
import type { KnownQueries } from './known-queries.ts';
import { readOperationRequest } from './operation-request.ts';
import { type EventStreams, readEventWish } from './streams/event-stream.ts';
import type { OperationRunner, StreamCaller } from './streams/operation-runner.ts';

export interface GraphqlHandlerParts {
  readonly apollo: ApolloServer<BaseContext>;
  readonly admission: Admission;
  readonly trusted: TrustedDocuments;
  readonly streams: EventStreams;
  readonly runner: OperationRunner;
  readonly known: KnownQueries;
  contextOf(headers: IncomingHttpHeaders): object | Promise<object>;
  callerOf(headers: IncomingHttpHeaders): Promise<StreamCaller>;
}

/** Creates what answers `/graphql`: which document is asked for, whether it may run, then Apollo Server or a stream. */
export function createGraphqlHandler(parts: GraphqlHandlerParts) {
  const { apollo, admission, trusted, contextOf } = parts;
  return (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // An answer to GET is somebody's too: his token stands in a header, by which no cache tells people apart.
    reply.header('cache-control', 'no-store');
    const wish = readEventWish(request);
    if (wish === 'only') return sendEvents(parts, request, reply);
    const asked = findDocument(request, trusted);
    if (wish === 'also' && isSubscription(parts, request, asked.text)) return sendEvents(parts, request, reply);
    return answerKnown(parts, request, reply, asked, () =>
      answerByApollo(apollo, reply, {
        request,
        text: asked.text,
        // Here, and not before: Apollo Server has by now refused what a page of another origin may send unasked.
        context: async () => {
          if (asked.refusal) throw asked.refusal;
          try {
            if (asked.text !== undefined) admission.admit(asked.text);
            return await contextOf(request.headers);
          } catch (error) {
            throw asHttpRefusal(error);
          }
        },
      }),
    );
  };
}

/** What is known already runs at once; everything else, and whatever is out of the ordinary, is Apollo Server's. */
async function answerKnown(
  { known }: GraphqlHandlerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { text, refusal }: AskedDocument,
  answerOther: () => Promise<string>,
): Promise<string> {
  const answer = refusal ? undefined : await known.answer(request, reply, text);
  return answer ?? answerOther();
}

/** Clients that take both send the same header with everything; only a subscription needs events. */
function isSubscription({ runner }: GraphqlHandlerParts, { method, body }: FastifyRequest, text: string | undefined) {
  if (method !== 'POST' || text === undefined) return false;
  try {
    const prepared = runner.prepare(readOperationRequest(body, text));
    return 'operation' in prepared && prepared.operation.operation === 'subscription';
  } catch (error) {
    // What is wrong with the request is Apollo Server's to say.
    if (error instanceof HubError) return false;
    throw error;
  }
}

interface AskedDocument {
  /** The document that was admitted, and so the one that must run. */
  readonly text?: string | undefined;
  readonly refusal?: Error;
}

function findDocument({ method, url, body }: FastifyRequest, trusted: TrustedDocuments): AskedDocument {
  try {
    // Read as Apollo Server reads it: another way of reading the same address could see another document.
    const source = method === 'GET' ? Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? '')) : body;
    return readDocumentRequest(source, trusted);
  } catch (error) {
    return { refusal: asHttpRefusal(error) };
  }
}

/** Refuses by HTTP who may not ask; what is wrong with the operation is told as the protocol wants it, by an event. */
async function sendEvents(parts: GraphqlHandlerParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (request.method !== 'POST') {
    throw refuse(
      405,
      new HubError('BAD_REQUEST', 'Events are sent to a POST only.', { fix: 'Send the operation by POST.' }),
    );
  }
  try {
    const { text } = readDocumentRequest(request.body, parts.trusted);
    const operation = readOperationRequest(request.body, text);
    const caller = await parts.callerOf(request.headers);
    await parts.streams.send(request, reply, operation, caller);
  } catch (error) {
    const { extensions } = asHttpRefusal(error);
    throw refuse((extensions.http as { status?: number } | undefined)?.status ?? 500, error);
  }
  return reply;
}

function refuse(statusCode: number, error: unknown): Error {
  return Object.assign(error instanceof Error ? error : new Error('A fault that is no Error'), { statusCode });
}
