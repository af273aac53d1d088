import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { describeAmount } from '../amount.ts';
import type { OperationLimits } from '../operation-limits.ts';
import { tooLarge } from '../too-large.ts';
import { compileListCost, type ListCost } from './compile-list-cost.ts';

/**
 * Returns when the answer to a validated operation stays within the limit for any data.
 * @throws HubError OPERATION_TOO_LARGE
 */
export type CostCheck = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
) => void;

/** Creates the check on how many objects an operation may ask for; each operation of a document is compiled once. */
export function createCostCheck(
  schema: GraphQLSchema,
  { maxListCost }: Pick<OperationLimits, 'maxListCost'>,
): CostCheck {
  const compiled = new WeakMap<DocumentNode, WeakMap<OperationDefinitionNode, ListCost>>();
  return (document, operation, variables) => {
    let ofDocument = compiled.get(document);
    if (!ofDocument) {
      ofDocument = new WeakMap();
      compiled.set(document, ofDocument);
    }
    let cost = ofDocument.get(operation);
    if (!cost) {
      cost = compileListCost(schema, document, operation);
      ofDocument.set(operation, cost);
    }
    const objects = cost(variables);
    if (objects > maxListCost) {
      throw tooLarge(
        `The operation may ask for ${describeAmount(objects)} objects; ${maxListCost} are allowed.`,
        'Ask for fewer with first: or limit: where a list takes it, or for the lists in several queries.',
      );
    }
  };
}
