import { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { HubError } from '../base/hub-error.ts';
import { compilePlan } from './execute/compile-plan.ts';
import type { IsSubtype } from './execute/representations.ts';
import type { SubgraphLink } from './link.ts';
import { type CompiledOperation, compileOperation, selectOperation } from './operation/compile-operation.ts';
import { buildPublicSchema } from './public-schema.ts';

export interface EngineOptions {
  readonly supergraphSdl: string;
  readonly links: readonly SubgraphLink[];
  /** Implementations of the custom scalars that clients may send. */
  readonly scalars?: Readonly<Record<string, GraphQLScalarType>>;
  /** How many compiled operations are kept; the least recently used goes first. */
  readonly maxOperations?: number;
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
}

/** Answers operations from the subgraphs of one supergraph. */
export interface Engine {
  readonly schema: GraphQLSchema;
  execute(request: EngineRequest): Promise<ExecutionResult>;
}

/**
 * Creates the engine of a supergraph.
 * @throws HubError CONFIG_INVALID when the supergraph cannot be read or names a subgraph without a link.
 */
export function createEngine(options: EngineOptions): Engine {
  const planner = createPlanner(options.supergraphSdl);
  const schema = buildPublicSchema(options.supergraphSdl, options.scalars);
  const links = new Map(options.links.map((link) => [link.name, link]));
  const compiler = { schema, plan: compileWith(planner, links, createIsSubtype(schema)) };
  const operations = new LRUCache<string, CompiledOperation>({ max: options.maxOperations ?? 1000 });
  return {
    schema,
    execute: async ({ document, documentKey, operationName, variables, context }) => {
      const key = operationName ? `${documentKey}\n${operationName}` : documentKey;
      let operation = operations.get(key);
      if (!operation) {
        try {
          operation = compileOperation(compiler, document, selectOperation(document, operationName));
        } catch (error) {
          return { errors: [asRefusal(error)] };
        }
        operations.set(key, operation);
      }
      return operation(variables, context);
    },
  };
}

function createPlanner(supergraphSdl: string): QueryPlanner {
  try {
    return new QueryPlanner(supergraphSdl);
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', 'The supergraph cannot be read by the query planner.', {
      fix: 'Write it anew with: npm run hub -- schema compose',
      cause,
    });
  }
}

const NO_LABELS = new Set<string>();

function compileWith(planner: QueryPlanner, links: ReadonlyMap<string, SubgraphLink>, isSubtype: IsSubtype) {
  const linkOf = (subgraph: string): SubgraphLink => {
    const link = links.get(subgraph);
    if (!link)
      throw new HubError('CONFIG_INVALID', `The supergraph names the subgraph ${subgraph}, which is not connected.`);
    return link;
  };
  return (operationText: string) => compilePlan(planner.plan(operationText, null, NO_LABELS, 0), { linkOf, isSubtype });
}

function createIsSubtype(schema: GraphQLSchema): IsSubtype {
  return (typeName, conditionName) => {
    const type = schema.getType(typeName);
    const condition = schema.getType(conditionName);
    return isObjectType(type) && isAbstractType(condition) && schema.isSubType(condition, type);
  };
}

function asRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('This operation could not be planned.', {
    extensions: { code: 'INTERNAL' },
    originalError: error instanceof Error ? error : null,
  });
}
