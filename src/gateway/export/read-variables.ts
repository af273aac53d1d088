import { type DocumentNode, Kind, parse, type TypeNode } from 'graphql';
import { HubError } from '../../base/hub-error.ts';

/** Reads the variables of one operation out of an address, where everything is text. */
export type ReadVariables = (query: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Prepares reading the variables of an operation: numbers and truth become what its types want, the rest stays text. */
export function createVariableReader(operation: string): ReadVariables {
  const types = listTypes(parse(operation));
  return (query) =>
    Object.fromEntries(
      Object.entries(query).map(([name, text]) => {
        const type = types.get(name);
        if (type !== undefined && typeof text === 'string') return [name, convert(type, text)];
        throw new HubError(
          'BAD_USER_INPUT',
          'The address names a variable that the operation does not have, or twice.',
          {
            fix: types.size > 0 ? `It has: ${[...types.keys()].join(', ')}.` : 'It has none.',
          },
        );
      }),
    );
}

function listTypes({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(
            ({ variable, type }) => [variable.name.value, nameOf(type)] as const,
          )
        : [],
    ),
  );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function convert(type: string, text: string): unknown {
  if (type === 'Int' || type === 'Float') return text.trim() === '' ? text : Number(text);
  if (type === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
