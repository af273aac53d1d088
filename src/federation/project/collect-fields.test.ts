import { buildSchema, type GraphQLAbstractType, type GraphQLObjectType, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fragmentsOf } from '../operation/specialise.ts';
import { collectFields, dependsOnType } from './collect-fields.ts';

const schema = buildSchema(`
  type Query { n: Node }
  interface Node { id: ID }
  interface Named implements Node { id: ID name: String }
  type A implements Node & Named { id: ID name: String a: Int }
  type B implements Node { id: ID b: Int }
  union AB = A | B
`);

function read(text: string) {
  const document = parse(text, { noLocation: true });
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return { sets: [operation.selectionSet], fragments: fragmentsOf(document) };
}

function collect(typeName: string, text: string): string[] {
  const { sets, fragments } = read(text);
  const type = schema.getType(typeName) as GraphQLObjectType;
  return collectFields(schema, fragments, type, sets).map(({ responseKey, nodes }) => `${responseKey}*${nodes.length}`);
}

describe('collecting the fields of a type', () => {
  it('keeps the order of first mention and gathers what is asked twice', () => {
    expect(collect('A', '{ a id ...F a } fragment F on A { name id }')).toEqual(['a*2', 'id*2', 'name*1']);
  });

  it('takes fragments on the type itself, on its interfaces and on its unions', () => {
    expect(
      collect(
        'A',
        '{ ... on A { a } ... on Named { name } ... on AB { ... on B { b } ... on A { id } } ... { x: id } }',
      ),
    ).toEqual(['a*1', 'name*1', 'id*1', 'x*1']);
    expect(collect('B', '{ ... on A { a } ... on Named { name } ... on B { b } }')).toEqual(['b*1']);
  });

  it('takes for an abstract type what applies to all its objects', () => {
    expect(collect('Node', '{ id ... on AB { x: id } ... on A { a } }')).toEqual(['id*1']);
    expect(collect('Named', '{ ... on Node { id } ... on Named { name } }')).toEqual(['id*1', 'name*1']);
    expect(collect('AB', '{ ... on Node { id } ... on A { a } }')).toEqual(['id*1']);
  });

  it('tells whether the objects of an abstract type differ in what is asked of them', () => {
    const depends = (text: string) => {
      const { sets, fragments } = read(text);
      return dependsOnType(schema, fragments, schema.getType('Node') as GraphQLAbstractType, sets);
    };
    expect(depends('{ id ... on Node { id ...F } } fragment F on Node { id }')).toBe(false);
    expect(depends('{ ... on Node { ...F } } fragment F on Node { ... on A { a } }')).toBe(true);
  });
});
