import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { PreparedFetch, PreparedSubscription, SubgraphAnswer, SubgraphEvent, SubgraphLink } from '../link.ts';
import { mapEvents } from '../map-events.ts';
import { jitSuits } from './jit-suits.ts';

/** Makes the context that a subgraph's resolvers see out of the engine's opaque request context. */
export type LocalContext = (requestContext: unknown) => unknown;

/**
 * Reaches a subgraph that runs in this process: each operation of a plan is compiled to a function once, and no text
 * is printed or parsed per request.
 */
export function createLocalLink(name: string, schema: GraphQLSchema, contextOf: LocalContext): SubgraphLink {
  return {
    name,
    prepareSubscription: (operation) => subscribeLocal(schema, contextOf, parse(operation, { noLocation: true })),
    prepare: (operation) => {
      const document = parse(operation, { noLocation: true });
      const interpret: PreparedFetch = (variableValues, requestContext) =>
        asAnswer(execute({ schema, document, variableValues, contextValue: contextOf(requestContext) }));
      if (!jitSuits(schema, document)) return interpret;
      const compiled = compileLocal(name, schema, contextOf, document);
      const names = variablesInObjects(document);
      if (names.length === 0) return compiled;
      return (variables, requestContext) =>
        names.every((variable) => variable in variables)
          ? compiled(variables, requestContext)
          : interpret(variables, requestContext);
    },
  };
}

function subscribeLocal(schema: GraphQLSchema, contextOf: LocalContext, document: DocumentNode): PreparedSubscription {
  return async (variableValues, freshContext) => {
    const contextValue = contextOf(freshContext());
    const events = await createSourceEventStream({ schema, document, variableValues, contextValue });
    if (!(Symbol.asyncIterator in events)) return { errors: events.errors };
    const answer = async (rootValue: unknown): Promise<SubgraphEvent> => {
      const context = freshContext();
      const result = execute({ schema, document, variableValues, rootValue, contextValue: contextOf(context) });
      return { ...(await asAnswer(result)), context };
    };
    return mapEvents(events[Symbol.asyncIterator](), answer, rethrow);
  };
}

function rethrow(reason: unknown): never {
  throw reason;
}

function compileLocal(
  name: string,
  schema: GraphQLSchema,
  contextOf: LocalContext,
  document: DocumentNode,
): PreparedFetch {
  const compiled = compileQuery(schema, document, undefined, { customJSONSerializer: false });
  if (!isCompiledQuery(compiled)) {
    const reasons = compiled.errors?.map((error) => error.message).join('; ') ?? 'unknown reason';
    throw new Error(`Subgraph ${name} cannot run its part of the plan: ${reasons}`);
  }
  return (variables, requestContext) => asAnswer(compiled.query(undefined, contextOf(requestContext), variables));
}

/**
 * Variables within the literal of an input object. Where such a one has no value its field counts as left out
 * (specification section 3.10), but graphql-jit takes it for null and so passes the field's default over.
 */
function variablesInObjects(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    ObjectField: ({ value }) => {
      if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

// The result already has the shape of an answer; only the prototype-less data needs a wider type.
function asAnswer(result: ExecutionResult | PromiseLike<ExecutionResult>): SubgraphAnswer | Promise<SubgraphAnswer> {
  return result as SubgraphAnswer | Promise<SubgraphAnswer>;
}
