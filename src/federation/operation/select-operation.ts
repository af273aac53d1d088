import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';

/** Finds the operation that a request names, or its only one. */
export function selectOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const chosen = name ? operations.filter((operation) => operation.name?.value === name) : operations;
  const [operation] = chosen;
  if (operation && chosen.length === 1) return operation;
  const message = name
    ? `The document has no operation named "${name}".`
    : 'The document has several operations: say which one by operationName.';
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
