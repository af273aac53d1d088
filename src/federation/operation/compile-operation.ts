import type { GraphQLSchema } from 'graphql';
import { type DocumentNode, type ExecutionResult, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { EventStream } from '../map-events.ts';
import { PlannerFailure } from '../plan/planner.ts';
import { compileVariables } from './compile-variables.ts';
import type { CompileVariant } from './compile-variant.ts';
import { findRefusal } from './find-refusal.ts';
import { type Release, runVariant, subscribeVariant, type Variant } from './run-variant.ts';
import { conditionVariables, fragmentsOf } from './specialise.ts';

type Variables = Readonly<Record<string, unknown>> | null | undefined;

/** An operation of a document, ready to run as often as it is asked for. */
export interface CompiledOperation {
  execute(variables: Variables, requestContext: unknown): Promise<ExecutionResult>;
  /** Gives an answer instead of events where there are none: it is refused, or no subscription. */
  subscribe(variables: Variables, contextOf: () => unknown): Promise<ExecutionResult | EventStream<ExecutionResult>>;
}

/** Clients toggle few things at once; who toggles more than this pays for planning again. */
const MAX_VARIANTS = 16;

const RETRY_AFTER_MS = 60_000;

/**
 * Compiles a validated operation. It is planned once for each combination of its `@skip` and `@include` variables that
 * is really asked for; concurrent first requests share that one plan.
 * @throws GraphQLError BAD_REQUEST for what the engine does not execute.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  compileVariant: CompileVariant,
  release: Release,
): CompiledOperation {
  const refusal = findRefusal(document);
  if (refusal) throw refusal;
  const fragments = fragmentsOf(document);
  const coerce = compileVariables(schema, operation);
  const conditions = conditionVariables(operation, fragments);
  const variants = new LRUCache<string, Variant | Promise<Variant>>({ max: conditions.length > 0 ? MAX_VARIANTS : 1 });

  const prepare = async (key: string, values: Readonly<Record<string, unknown>>): Promise<Variant> => {
    const variant = await compileVariant(operation, fragments, values).catch(asRefusal);
    variants.set(key, variant, 'retryAfterMs' in variant ? { ttl: variant.retryAfterMs } : {});
    return variant;
  };
  /** A promise only while the variant is being compiled: what is known costs no turn of the event loop. */
  const select = (values: Readonly<Record<string, unknown>>): Variant | Promise<Variant> => {
    const key = variantKey(conditions, values);
    let variant = variants.get(key);
    if (!variant) {
      variant = prepare(key, values);
      variants.set(key, variant);
    }
    return variant;
  };
  return {
    execute: async (given, context) => {
      if (operation.operation === 'subscription') return { errors: [refuseSubscription()] };
      const { values, errors } = coerce(given);
      if (errors.length > 0) return { errors };
      const variant = select(values);
      return runVariant(variant instanceof Promise ? await variant : variant, values, context, release);
    },
    subscribe: async (given, contextOf) => {
      const { values, errors } = coerce(given);
      return errors.length > 0 ? { errors } : subscribeVariant(await select(values), values, contextOf, release);
    },
  };
}

function refuseSubscription(): GraphQLError {
  return new GraphQLError('A subscription cannot be answered to a single request.', {
    extensions: { code: 'BAD_REQUEST' },
  });
}

function variantKey(conditions: readonly string[], values: Readonly<Record<string, unknown>>): string {
  let key = '';
  for (const name of conditions) key += values[name] === true ? '1' : '0';
  return key;
}

/** What cannot be planned once cannot be planned again: the refusal is kept like a plan. */
function asRefusal(error: unknown): Variant {
  const refusal = new GraphQLError('This operation could not be planned.', {
    extensions: { code: 'INTERNAL' },
    originalError: error instanceof Error ? error : null,
  });
  // The operation may have ended the planner, or the machine; asked again at once it would only do so again.
  return error instanceof PlannerFailure ? { refusal, retryAfterMs: RETRY_AFTER_MS } : { refusal };
}
