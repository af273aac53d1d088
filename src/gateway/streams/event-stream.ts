import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse';
import { type EventStream, mapEvents } from '../../federation/index.ts';
import type { OperationRequest } from '../operation-request.ts';
import type { OperationRunner, StreamCaller } from './operation-runner.ts';

/** Answers operations as server-sent events (graphql-sse, distinct connections mode). */
export interface EventStreams {
  /** Sends the events of one operation; resolves when the last has been sent or the client is gone. */
  send(request: FastifyRequest, reply: FastifyReply, operation: OperationRequest, caller: StreamCaller): Promise<void>;
  /** Ends every stream that is open. */
  close(): Promise<void>;
}

interface Asked {
  readonly operation: OperationRequest;
  readonly caller: StreamCaller;
}

/** Whether a client takes events, and whether it takes nothing else. */
export function readEventWish({ headers: { accept = '' } }: FastifyRequest): 'none' | 'also' | 'only' {
  if (!accept.includes('text/event-stream')) return 'none';
  return /json|\*\/\*/.test(accept) ? 'also' : 'only';
}

// The request as the library expects it: whatever else its headers say has been read by now.
const HEADERS: Readonly<Record<string, string>> = { accept: 'text/event-stream', 'content-type': 'application/json' };

/** Creates the sender of event streams. */
export function createEventStreams(runner: OperationRunner): EventStreams {
  const open = new Set<AsyncGenerator<string, void, undefined>>();
  const handle = createHandler<FastifyRequest, Asked>({
    // No reservations: a stream is one request's.
    authenticate: () => null,
    onSubscribe: async ({ context: { operation, caller } }) => {
      const prepared = runner.prepare(operation);
      const answer = 'errors' in prepared ? prepared : await runner.run(prepared, caller);
      return formatEvents(runner, 'next' in answer ? answer : once(answer));
    },
  });
  return {
    send: async (request, reply, operation, caller) => {
      const { text: query, operationName, variables } = operation;
      const [body, { status, headers }] = await handle({
        method: 'POST',
        url: request.url,
        headers: { get: (name) => HEADERS[name] },
        body: { query, ...(operationName && { operationName }), ...(variables && { variables }) },
        raw: request,
        context: { operation, caller },
      });
      reply.hijack();
      // What hooks have set so far, such as the header that lets a page of another origin read the answer.
      reply.raw.writeHead(status, { ...(reply.getHeaders() as Record<string, string>), ...headers });
      if (!body || typeof body === 'string') return void reply.raw.end(body);
      open.add(body);
      const giveUp = () => void body.return(undefined);
      reply.raw.once('close', giveUp);
      try {
        for await (const text of body) if (!(await write(reply, text))) break;
      } finally {
        open.delete(body);
        reply.raw.off('close', giveUp);
        reply.raw.end();
      }
    },
    close: async () => void (await Promise.all([...open].map((body) => body.return(undefined)))),
  };
}

async function* once(result: ExecutionResult): AsyncGenerator<ExecutionResult, undefined> {
  yield result;
}

function formatEvents(runner: OperationRunner, events: AsyncGenerator<ExecutionResult>): EventStream<ExecutionResult> {
  // The library takes an ExecutionResult and prints it; a formatted error prints like the error that it is of.
  const format = (result: ExecutionResult) => runner.format(result) as ExecutionResult;
  return mapEvents(events, format, (reason) => format({ errors: [runner.asError(reason)] }));
}

/** False when the client is gone. Waits while it does not read, so that a slow one is not buffered for. */
async function write({ raw }: FastifyReply, text: string): Promise<boolean> {
  if (!raw.writable) return false;
  if (raw.write(text)) return true;
  return new Promise((resolve) => {
    const drained = () => settle(true);
    const closed = () => settle(false);
    const settle = (isThere: boolean): void => {
      raw.off('drain', drained).off('close', closed);
      resolve(isThere);
    };
    raw.on('drain', drained).on('close', closed);
  });
}
