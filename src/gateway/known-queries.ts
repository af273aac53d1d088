import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../federation/index.ts';
import type { CostCheck } from './admission/index.ts';
import type { FormatError } from './errors.ts';

/** A document that Apollo Server has parsed, validated and let run. */
export interface KnownDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Identifies it to the engine. */
  readonly documentKey: string;
}

/** Answers queries that are known already as Apollo Server would, without its pipeline. */
export interface KnownQueries {
  note(text: string, known: KnownDocument): void;
  /** The answer, or nothing where Apollo Server has to see the request; nothing has run then but a query at most. */
  answer(request: FastifyRequest, reply: FastifyReply, text: string | undefined): Promise<string | undefined>;
}

export interface KnownQueriesParts {
  readonly engine: Engine;
  readonly checkCost: CostCheck;
  readonly formatError: FormatError;
  contextOf(headers: FastifyRequest['headers']): object | Promise<object>;
}

const MAX_DOCUMENTS = 1000;
// A text may be as long as a request's body (256 kB): a thousand of those would be a quarter of a gigabyte.
const MAX_CHARACTERS = 8 * 1024 * 1024;
// What Apollo Server answers to them; any other wish it reads itself. `application/json` alone also proves that no page
// of another origin sent this unasked.
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;
const TAKES_JSON = /^(?:\*\/\*|application\/json)(?:, ?(?:\*\/\*|text\/plain))*$/i;

/**
 * Creates it, knowing nothing. Apollo Server costs 0.05 ms a request, and what a request made lives on in its state until
 * the next full collection: with everything that an answer was made of, that was 30 kB a request to be copied about.
 */
export function createKnownQueries(parts: KnownQueriesParts): KnownQueries {
  const { engine, checkCost, formatError } = parts;
  const documents = new LRUCache<string, KnownDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });
  const write = ({ errors, data }: ExecutionResult): string =>
    JSON.stringify({ errors: errors?.map((error) => formatError(error.toJSON(), error)), data });
  return {
    note: (text, known) => {
      if (isAlone(known)) documents.set(text, known);
    },
    answer: async (request, reply, text) => {
      const known = text === undefined || !isPlain(request) ? undefined : documents.get(text);
      const variables = known && readVariables(request.body, known.operation);
      if (!known || variables === undefined) return undefined;
      const { document, operation, documentKey } = known;
      let context: object;
      try {
        checkCost(document, operation, variables ?? {});
        const given = parts.contextOf(request.headers);
        context = given instanceof Promise ? await given : given;
      } catch {
        // Whatever refuses it refuses it again, and Apollo Server says so.
        return undefined;
      }
      const result = await engine.execute({ document, documentKey, operationName: undefined, variables, context });
      if (result.data === undefined) return undefined;
      reply.header('content-type', 'application/json; charset=utf-8');
      return write(result);
    },
  };
}

/** Queries alone: what is answered nothing here runs again. One operation alone: no name has to choose among several. */
function isAlone({ document, operation }: KnownDocument): boolean {
  const operations = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return operation.operation === 'query' && operations.length === 1;
}

function isPlain({ method, headers }: FastifyRequest): boolean {
  const { accept } = headers;
  return (
    method === 'POST' &&
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    (accept === undefined || TAKES_JSON.test(accept))
  );
}

/** Undefined for a body that has to be looked at more closely. */
function readVariables(body: unknown, { name }: OperationDefinitionNode): Record<string, unknown> | null | undefined {
  const { variables = null, operationName = null, extensions } = body as Record<string, unknown>;
  if (extensions !== undefined || (operationName !== null && operationName !== name?.value)) return undefined;
  if (variables === null) return null;
  return typeof variables === 'object' && !Array.isArray(variables)
    ? (variables as Record<string, unknown>)
    : undefined;
}
