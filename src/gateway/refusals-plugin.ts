import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { HubError } from '../base/hub-error.ts';
import type { CostCheck } from './admission/index.ts';
import { asHttpRefusal } from './errors.ts';
import type { KnownDocument } from './known-queries.ts';

export interface RefusalOptions {
  readonly schema: GraphQLSchema;
  /** Input types whose values are personal data, such as NIK. */
  readonly personalInputs: ReadonlySet<string>;
  readonly checkCost: CostCheck;
  /** Hears of every document that may run. */
  readonly onAdmitted?: (text: string, known: KnownDocument) => void;
}

/**
 * Refuses, before anything runs, what Apollo Server would let through: a subscription sent by POST, which would reach
 * the executor, and personal data in a GET's address, where every proxy on the way writes it into its log.
 */
export function createRefusalsPlugin({
  schema,
  personalInputs,
  checkCost,
  onAdmitted,
}: RefusalOptions): ApolloServerPlugin<BaseContext> {
  const refuse = (document: DocumentNode, operation: OperationDefinitionNode, method: string | undefined): void => {
    if (operation.operation === 'subscription') {
      throw asHttpRefusal(
        new HubError('BAD_REQUEST', 'A subscription cannot be answered to a single request.', {
          fix: 'Send it with accept: text/event-stream, or over a WebSocket.',
        }),
      );
    }
    if (method === 'GET' && takesPersonalInput(schema, document, personalInputs)) {
      throw asHttpRefusal(
        new HubError('BAD_REQUEST', 'Personal data must not be part of an address, and this operation takes some.', {
          fix: 'Send the operation by POST.',
        }),
      );
    }
  };
  const listener: GraphQLRequestListener<BaseContext> = {
    didResolveOperation: async ({ document, operation, request, source, queryHash }) => {
      if (!operation) return;
      refuse(document, operation, request.http?.method);
      try {
        checkCost(document, operation, request.variables);
      } catch (error) {
        throw asHttpRefusal(error);
      }
      onAdmitted?.(source, { document, operation, documentKey: queryHash });
    },
  };
  return { requestDidStart: async () => listener };
}

function takesPersonalInput(schema: GraphQLSchema, document: DocumentNode, personal: ReadonlySet<string>): boolean {
  const info = new TypeInfo(schema);
  let found = false;
  const look = (): void => {
    const type = info.getInputType();
    if (type && personal.has(getNamedType(type).name)) found = true;
  };
  visit(
    document,
    visitWithTypeInfo(info, { Argument: look, VariableDefinition: look, ObjectField: look, Variable: look }),
  );
  return found;
}
