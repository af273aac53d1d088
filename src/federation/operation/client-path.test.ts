import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createToClientPath } from './client-path.ts';
import { assignResponseKeys } from './response-keys.ts';
import { fragmentsOf } from './specialise.ts';

const document = parse('{ l: list { id: name ...F } } fragment F on T { deep { x } }', { noLocation: true });
const special = {
  operation: document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode,
  fragments: fragmentsOf(document),
};
const keys = assignResponseKeys(special, { all: new Set(['id', 'name']), requiredWithArguments: new Set() });
const toClientPath = createToClientPath(special, keys);

describe("a path in the client's answer", () => {
  it("has the client's keys for the hidden ones", () => {
    expect(toClientPath(['l', 0, 1, '_h0'])).toEqual(['l', 0, 1, 'id']);
  });

  it('goes through fragments', () => {
    expect(toClientPath(['l', 0, 'deep', 'x'])).toEqual(['l', 0, 'deep', 'x']);
  });

  it('ends at the object that holds a field which the client did not ask for', () => {
    expect(toClientPath(['l', 0, 'price', 'unit'])).toEqual(['l', 0]);
    expect(toClientPath(['other'])).toEqual([]);
  });
});
