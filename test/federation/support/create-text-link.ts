import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { SubgraphLink } from '../../../src/federation/index.ts';

/**
 * Reaches a subgraph as if over a network: the operation travels as text, variables and answer as JSON, and graphql-js
 * executes, so that no object is shared with the engine.
 */
export function createTextLink(name: string, schema: GraphQLSchema): SubgraphLink {
  return {
    name,
    prepare: (operation) => {
      const document = parse(operation, { noLocation: true });
      const [invalid] = validate(schema, document);
      if (invalid) throw new Error(`Subgraph ${name} refuses its part of the plan: ${invalid.message}\n${operation}`);
      return async (variables, contextValue) => {
        const variableValues = JSON.parse(JSON.stringify(variables));
        return JSON.parse(JSON.stringify(await execute({ schema, document, variableValues, contextValue })));
      };
    },
  };
}
