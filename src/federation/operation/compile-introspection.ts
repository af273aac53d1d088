import { type DocumentNode, execute, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { Step } from '../execute/run.ts';
import type { Fragments } from './specialise.ts';

/** Compiles the part of an operation that the public schema answers itself. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): Step {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
  return async (run) => {
    const result = await execute({ schema, document, variableValues: run.variables });
    for (const error of result.errors ?? []) run.errors.push(error);
    Object.assign(run.data, result.data);
  };
}
