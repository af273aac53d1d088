import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { conditionVariables, fragmentsOf, specialise } from './specialise.ts';

function read(text: string) {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  return { operation, fragments: fragmentsOf(document) };
}

function specialised(text: string, variables: Record<string, unknown> = {}): string {
  const { operation, fragments } = read(text);
  const special = specialise(operation, fragments, variables);
  const definitions = [special.operation, ...special.fragments.values()];
  return definitions.map(print).join(' ').replace(/\s+/g, ' ');
}

describe('a specialised operation', () => {
  it('keeps what both directives let through, and neither directive', () => {
    expect(specialised('{ a @include(if: true) @skip(if: false) b @skip(if: true) c @include(if: false) }')).toBe(
      '{ a }',
    );
  });

  it('is decided by variables; one without a value is not true', () => {
    const text = 'query ($x: Boolean) { a @include(if: $x) b @skip(if: $x) }';
    expect(specialised(text, { x: true })).toContain('{ a }');
    expect(specialised(text, {})).toContain('{ b }');
  });

  it('keeps other directives', () => {
    expect(specialised('{ a @live(if: false) @include(if: true) }')).toBe('{ a @live(if: false) }');
  });

  it('leaves a field of which nothing is asked with an empty selection', () => {
    const { operation, fragments } = read('{ a { b @skip(if: true) } }');
    const [field] = specialise(operation, fragments, {}).operation.selectionSet.selections;
    expect(field).toMatchObject({ selectionSet: { selections: [] } });
  });

  it('drops fragments of which nothing is left, and those that are not spread', () => {
    expect(
      specialised(
        '{ a ...F ... @include(if: true) { ...G } } fragment F on Q { b @skip(if: true) } fragment G on Q { c } fragment H on Q { d }',
      ),
    ).toBe('{ a ... { ...G } } fragment F on Q fragment G on Q { c }');
  });
});

describe('the variables that decide an operation', () => {
  it('are those of every selection, in fragments too, each once', () => {
    const { operation, fragments } = read(
      'query ($a: Boolean!) { x @skip(if: $a) ...F @include(if: $b) ... @skip(if: true) { y(z: $other) } } fragment F on Q { u @include(if: $c) { v @skip(if: $a) } }',
    );
    expect(conditionVariables(operation, fragments)).toEqual(['a', 'b', 'c']);
  });
});
