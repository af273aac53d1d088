import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fragmentsOf } from './specialise.ts';
import { splitIntrospection } from './split-introspection.ts';

function split(text: string) {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const { planned, introspected } = splitIntrospection({ operation, fragments: fragmentsOf(document) });
  const show = (it: OperationDefinitionNode | undefined) => it && print(it).replace(/\s+/g, ' ');
  return [show(planned), show(introspected)];
}

describe('splitting introspection off', () => {
  it('leaves an operation without it as it is', () => {
    expect(split('{ a { __typename } }')).toEqual(['{ a { __typename } }', undefined]);
  });

  it('leaves nothing to plan of introspection alone', () => {
    expect(split('{ __schema { types { name } } t: __type(name: "A") { kind } }')).toEqual([
      undefined,
      '{ __schema { types { name } } t: __type(name: "A") { kind } }',
    ]);
  });

  it('parts what is mixed, within fragments too', () => {
    expect(
      split('{ a ...F ... { __type(name: "B") { name } } } fragment F on Query { b __schema { types { name } } }'),
    ).toEqual(['{ a b }', '{ __schema { types { name } } __type(name: "B") { name } }']);
  });

  it("has no subgraph asked for the root's own type name", () => {
    expect(split('{ __typename t: __typename }')).toEqual([undefined, undefined]);
  });
});
