import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { HubError } from '../../base/hub-error.ts';
import type { Engine, EventStream } from '../../federation/index.ts';
import type { Admission, CostCheck } from '../admission/index.ts';
import type { FormatError } from '../errors.ts';
import type { OperationRequest } from '../operation-request.ts';
import { endAt } from './end-at.ts';

export interface OperationRunnerOptions {
  readonly engine: Engine;
  readonly admission: Admission;
  readonly checkCost: CostCheck;
  readonly formatError: FormatError;
}

/** An operation that may run. */
export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly request: OperationRequest;
  readonly operation: OperationDefinitionNode;
}

/** Who asks, for as long as the stream lasts. */
export interface StreamCaller {
  /** A context for the request, and a fresh one for each event. */
  contextOf(): unknown;
  /** When what the caller showed of himself ends, and the stream with it. */
  readonly expiresMs?: number | undefined;
}

/** An ExecutionResult, as loosely as the libraries type theirs. */
interface Result {
  readonly errors?: readonly GraphQLError[] | undefined;
  readonly data?: ExecutionResult['data'] | undefined;
}

/** Runs operations whose answer is sent as a stream; what may run is the same as for single answers. */
export interface OperationRunner {
  /** Gives errors for what does not parse, is not valid or may not run. */
  prepare(request: OperationRequest): PreparedOperation | { readonly errors: readonly GraphQLError[] };
  run(prepared: PreparedOperation, caller: StreamCaller): Promise<ExecutionResult | EventStream<ExecutionResult>>;
  /** Makes of a result what a client gets. */
  format(result: Result): FormattedExecutionResult;
  /** Wraps anything thrown as an error of a result. */
  asError(error: unknown): GraphQLError;
}

const MAX_DOCUMENTS = 1000;
// A text may be as long as a request's body (256 kB): a thousand of those would be a quarter of a gigabyte.
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Creates the runner of streamed operations. */
export function createOperationRunner(options: OperationRunnerOptions): OperationRunner {
  const { engine, admission, checkCost, formatError } = options;
  const documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });
  const format = ({ errors, data }: Result): FormattedExecutionResult => ({
    ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
    ...(data !== undefined && { data }),
  });
  return {
    prepare: (request) => {
      try {
        admission.admit(request.text);
        const document = documents.get(request.text) ?? readDocument(request.text, engine);
        documents.set(request.text, document);
        const operation = selectOperation(document, request.operationName);
        checkCost(document, operation, request.variables ?? {});
        return { document, request, operation };
      } catch (error) {
        return { errors: error instanceof InvalidDocument ? error.errors : [asGraphQLError(error)] };
      }
    },
    run: async ({ document, request }, { contextOf, expiresMs }) => {
      const { operationName, variables, text } = request;
      const asked = { document, documentKey: `stream\n${text}`, operationName, variables };
      const answer = await engine.subscribe({ ...asked, context: undefined, renewContext: contextOf });
      return !('next' in answer) || expiresMs === undefined ? answer : endAt(answer, expiresMs, expired);
    },
    format,
    asError: asGraphQLError,
  };
}

class InvalidDocument extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super('invalid document');
    this.errors = errors;
  }
}

/** @throws InvalidDocument with the codes that Apollo Server gives such documents. */
function readDocument(text: string, { schema }: Engine): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new InvalidDocument([withCode(error, 'GRAPHQL_PARSE_FAILED')]);
  }
  const errors = validate(schema, document);
  if (errors.length === 0) return document;
  throw new InvalidDocument(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
}

function expired(): ExecutionResult {
  const fix = 'Subscribe again with a new token.';
  return { errors: [asGraphQLError(new HubError('UNAUTHENTICATED', 'The token has expired.', { fix }))] };
}

function selectOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  throw new HubError('BAD_REQUEST', 'The document has several operations, or none of this name.', {
    fix: 'Say which one by operationName.',
  });
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error('A fault that is no Error');
  const code = error instanceof HubError ? error.code : 'INTERNAL';
  return new GraphQLError(originalError.message, { originalError, extensions: { code } });
}
