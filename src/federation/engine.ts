import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { HubError } from '../base/hub-error.ts';
import type { SubgraphLink } from './link.ts';
import type { EventStream } from './map-events.ts';
import { type CompiledOperation, compileOperation } from './operation/compile-operation.ts';
import { createVariantCompiler } from './operation/compile-variant.ts';
import { readFieldNames } from './operation/field-names.ts';
import { readInterfaceObjects } from './operation/interface-objects.ts';
import type { Release } from './operation/run-variant.ts';
import { selectOperation } from './operation/select-operation.ts';
import type { Planner } from './plan/planner.ts';
import { createPlannerProcess } from './plan/planner-process.ts';
import { buildPublicSchema } from './public-schema.ts';
import { readSubtypes } from './subtypes.ts';

export interface EngineOptions {
  readonly supergraphSdl: string;
  readonly links: readonly SubgraphLink[];
  /** Implementations of the custom scalars that clients may send. */
  readonly scalars?: Readonly<Record<string, GraphQLScalarType>>;
  /** How many compiled operations are kept; the least recently used goes first. */
  readonly maxOperations?: number;
  /** Lets answers go or holds them back, such as until it is written down who got them; at once by default. */
  readonly release?: Release;
  /** Plans operations; by default a process of its own, which ends with this one. */
  readonly planner?: Planner;
}

export interface EngineRequest {
  /** Parsed and validated against the engine's schema. */
  readonly document: DocumentNode;
  /** Identifies the document, so that its text is not hashed again. */
  readonly documentKey: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Handed to the subgraph links as it is. */
  readonly context: unknown;
  /** Makes a context for each event of a subscription; without it all events share the request's. */
  readonly renewContext?: () => unknown;
}

/** Answers operations from the subgraphs of one supergraph. */
export interface Engine {
  readonly schema: GraphQLSchema;
  /** Resolves when operations can be planned. @throws HubError CONFIG_INVALID when the planner does not take the supergraph. */
  ready(): Promise<void>;
  execute(request: EngineRequest): Promise<ExecutionResult>;
  /** Subscribes; gives an answer instead of events to what is refused, and to a query or mutation. */
  subscribe(request: EngineRequest): Promise<ExecutionResult | EventStream<ExecutionResult>>;
  /** Ends the planner that the engine made for itself; what is compiled already can still be executed. */
  close(): void;
}

// Each holds the text that it was parsed from, as long as a request's body (256 kB) at most.
const MAX_CHARACTERS = 8 * 1024 * 1024;

/**
 * Creates the engine of a supergraph.
 * @throws HubError CONFIG_INVALID when the supergraph cannot be read.
 */
export function createEngine(options: EngineOptions): Engine {
  const { supergraphSdl, release = (answer) => answer } = options;
  const schema = buildPublicSchema(supergraphSdl, options.scalars);
  const { planner, ready, close } = openPlanner(options);
  const links = new Map(options.links.map((link) => [link.name, link]));
  const compileVariant = createVariantCompiler({
    schema,
    fieldNames: readFieldNames(supergraphSdl),
    interfaceObjects: readInterfaceObjects(supergraphSdl),
    isSubtype: readSubtypes(supergraphSdl),
    linkOf: (subgraph) => links.get(subgraph) ?? refuseUnconnected(subgraph),
    plan: (operationText) => planner.plan(operationText),
  });
  const operations = new LRUCache<string, CompiledOperation>({
    max: options.maxOperations ?? 1000,
    maxSize: MAX_CHARACTERS,
  });
  /** @throws GraphQLError for an operation that is refused. */
  const open = ({ document, documentKey, operationName }: EngineRequest): CompiledOperation => {
    const key = operationName ? `${documentKey}\n${operationName}` : documentKey;
    let operation = operations.get(key);
    if (!operation) {
      operation = compileOperation(schema, document, selectOperation(document, operationName), compileVariant, release);
      operations.set(key, operation, { size: document.loc?.source.body.length || 1 });
    }
    return operation;
  };
  const answer = async <Answer>(request: EngineRequest, use: (operation: CompiledOperation) => Promise<Answer>) => {
    try {
      return await use(open(request));
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  };
  return {
    schema,
    ready,
    close,
    execute: (request) => answer(request, (operation) => operation.execute(request.variables, request.context)),
    subscribe: (request) => {
      const contextOf = request.renewContext ?? (() => request.context);
      return answer(request, (operation) => operation.subscribe(request.variables, contextOf));
    },
  };
}

function openPlanner({
  planner,
  supergraphSdl,
}: EngineOptions): Pick<Engine, 'ready' | 'close'> & { planner: Planner } {
  if (planner) return { planner, ready: async () => {}, close: () => {} };
  const own = createPlannerProcess(supergraphSdl);
  return { planner: own, ready: () => own.ready(), close: () => own.close() };
}

function refuseUnconnected(subgraph: string): never {
  throw new HubError('CONFIG_INVALID', `The supergraph names the subgraph ${subgraph}, which is not connected.`);
}
