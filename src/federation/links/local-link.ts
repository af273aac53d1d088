import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { PreparedFetch, SubgraphAnswer, SubgraphLink } from '../link.ts';

/** Makes the context that a subgraph's resolvers see out of the engine's opaque request context. */
export type LocalContext = (requestContext: unknown) => unknown;

/**
 * Reaches a subgraph that runs in this process: each operation of a plan is compiled to a function once, and no text
 * is printed or parsed per request.
 */
export function createLocalLink(name: string, schema: GraphQLSchema, contextOf: LocalContext): SubgraphLink {
  return { name, prepare: (operation) => prepareLocal(name, schema, contextOf, operation) };
}

function prepareLocal(name: string, schema: GraphQLSchema, contextOf: LocalContext, operation: string): PreparedFetch {
  const compiled = compileQuery(schema, parse(operation, { noLocation: true }), undefined, {
    customJSONSerializer: false,
  });
  if (!isCompiledQuery(compiled)) {
    const reasons = compiled.errors?.map((error) => error.message).join('; ') ?? 'unknown reason';
    throw new Error(`Subgraph ${name} cannot run its part of the plan: ${reasons}`);
  }
  return (variables, requestContext) => asAnswer(compiled.query(undefined, contextOf(requestContext), variables));
}

// graphql-jit's result already has the shape of an answer; only the prototype-less data needs a wider type.
function asAnswer(result: ExecutionResult | Promise<ExecutionResult>): SubgraphAnswer | Promise<SubgraphAnswer> {
  return result;
}
