import { HubError } from '../base/hub-error.ts';

/** What a client wants to run, whatever it came by. */
export interface OperationRequest {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads a request whose document is already known (readDocumentRequest) out of a parsed JSON body.
 * @throws HubError BAD_REQUEST
 */
export function readOperationRequest(body: unknown, text: string | undefined): OperationRequest {
  if (text === undefined) {
    throw new HubError('BAD_REQUEST', 'The request has no operation.', {
      fix: 'Send JSON with a query: {"query": "…", "variables": {…}}.',
    });
  }
  const { operationName, variables } = body as { operationName?: unknown; variables?: unknown };
  if (!isMissing(operationName) && typeof operationName !== 'string')
    throw new HubError('BAD_REQUEST', "The request's operationName must be text.");
  if (!isMissing(variables) && (typeof variables !== 'object' || Array.isArray(variables)))
    throw new HubError('BAD_REQUEST', "The request's variables must be an object.");
  return {
    text,
    operationName: operationName ?? undefined,
    variables: (variables as Readonly<Record<string, unknown>> | null | undefined) ?? undefined,
  };
}

function isMissing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
