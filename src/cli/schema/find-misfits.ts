import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { SampleOperation } from '../../web/index.ts';

/** A sample operation that a schema does not take. */
export interface Misfit {
  readonly name: string;
  /** `line: reason`, one for each thing that is wrong; the line is that of the file. */
  readonly reasons: readonly string[];
}

/** Finds the operations that a schema does not take, with the line of each fault in their files. */
export function findMisfits(schema: GraphQLSchema, operations: readonly SampleOperation[]): Misfit[] {
  return operations
    .map(({ name, text }) => ({ name, reasons: listErrors(schema, text).map(describe) }))
    .filter(({ reasons }) => reasons.length > 0);
}

function listErrors(schema: GraphQLSchema, text: string): readonly GraphQLError[] {
  try {
    return validate(schema, parse(text));
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function describe({ message, locations }: GraphQLError): string {
  // An operation's text begins after the first line of its file, which holds the title.
  const line = (locations?.[0]?.line ?? 0) + 1;
  return `${line}: ${message.replace(/\s+/g, ' ')}`;
}
