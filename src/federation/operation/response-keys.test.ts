import { type FieldNode, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { assignResponseKeys, clientKey } from './response-keys.ts';
import { fragmentsOf } from './specialise.ts';

const names = { all: new Set(['id', 'name', 'title', 'size']), requiredWithArguments: new Set(['size']) };

/** The keys of all fields of a query: `client>source` where they differ. */
function keysOf(text: string): string[] {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const keys = assignResponseKeys({ operation, fragments: fragmentsOf(document) }, names);
  const shown: string[] = [];
  visit(document, {
    Field: (field: FieldNode) => {
      const source = keys.sourceKey(field);
      shown.push(source === clientKey(field) ? source : `${clientKey(field)}>${source}`);
    },
  });
  return shown;
}

describe("a field's key in the merged data", () => {
  it("is the client's when that collides with nothing", () => {
    expect(keysOf('{ name t: title other(of: 1) x: other(of: 1) }')).toEqual(['name', 't', 'other', 'x']);
  });

  it('is hidden when the alias is the name of another field, the same for the same field everywhere', () => {
    expect(keysOf('{ id: name ...F } fragment F on T { id: name }')).toEqual(['id>_h0', 'id>_h0']);
  });

  it('is hidden when two branches use one alias for two things', () => {
    expect(keysOf('{ ... on A { x: f(of: 1) } ... on B { x: f(of: 2) } ... on C { x: g } }')).toEqual([
      'x>_h0',
      'x>_h1',
      'x>_h2',
    ]);
  });

  it('knows the same arguments in another order for the same', () => {
    expect(keysOf('{ ... on A { x: f(a: 1, b: 2) } ... on B { x: f(b: 2, a: 1) } }')).toEqual(['x', 'x']);
  });

  it('is hidden for a field that is required with arguments, with or without its own', () => {
    expect(keysOf('{ size }')).toEqual(['size>_h0']);
    expect(keysOf('{ size(unit: "m") }')).toEqual(['size>_h0']);
  });

  it("is hidden when the alias could be one of the planner's", () => {
    expect(keysOf('{ _e0: title __typename: name }')).toEqual(['_e0>_h0', '__typename>_h1']);
  });

  it('of a type name is always __typename', () => {
    expect(keysOf('{ __typename id: __typename }')).toEqual(['__typename', 'id>__typename']);
  });

  it('is never hidden in introspection, which no subgraph sees', () => {
    expect(keysOf('{ id: __schema { name: types { id: name } } }')).toEqual(['id', 'name', 'id']);
  });
});
