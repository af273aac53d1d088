import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';

/** Finds the operation that a request names, or its only one. */
export function selectOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const chosen = name ? operations.filter((operation) => operation.name?.value === name) : operations;
  const [operation] = chosen;
  if (operation && chosen.length === 1) return operation;
  // The name is not repeated: whoever mixes parameters up sends a citizen's number here.
  const message = name
    ? 'The document has no operation of the name that operationName gives.'
    : 'The document has several operations: say which one by operationName.';
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
