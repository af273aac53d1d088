import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { assignResponseKeys } from '../operation/response-keys.ts';
import { fragmentsOf } from '../operation/specialise.ts';
import { compileProjection } from './compile-projection.ts';
import { ProjectionRun } from './projection-run.ts';

const schema = buildSchema(`
  type Query { a: A must: A! list: [A] strict: [A!]! grid: [[Int!]] mode: Mode any: Any node: Node json: JSON }
  type A implements Node { id: ID! x: Int sure: Int! a: A }
  type B { y: Int }
  interface Node { id: ID! }
  union Any = A | B
  enum Mode { ON OFF }
  scalar JSON
`);

function project(text: string, data: Record<string, unknown>) {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const special = { operation, fragments: fragmentsOf(document) };
  const keys = assignResponseKeys(special, { all: new Set(['id', 'x']), requiredWithArguments: new Set() });
  const run = new ProjectionRun(true);
  const projected = compileProjection(schema, special, keys)(data, run);
  return { data: projected, at: run.errors.map(({ path }) => path?.join('.')) };
}

describe('projection', () => {
  it('picks what was asked for, in the order in which it was asked, from under its hidden keys', () => {
    const { data } = project('{ a { x: id id: x t: __typename } }', { extra: 1, a: { id: 9, _h0: 'i', _h1: 2, x: 8 } });
    expect(JSON.stringify(data)).toBe('{"a":{"x":"i","id":2,"t":"A"}}');
  });

  it('gives null for what is missing, and stops a null that may not be at the nearest that may', () => {
    expect(project('{ a { x a { sure } } }', { a: { a: {} } })).toEqual({
      data: { a: { x: null, a: null } },
      at: ['a.a.sure'],
    });
    expect(project('{ must { x } }', {})).toEqual({ data: null, at: ['must'] });
  });

  it('keeps the places of a list, and nulls one that may hold no null', () => {
    expect(project('{ list { sure } }', { list: [{ sure: 1 }, null, {}] })).toEqual({
      data: { list: [{ sure: 1 }, null, null] },
      at: ['list.2.sure'],
    });
    expect(project('{ strict { sure } }', { strict: [{ sure: 1 }, null] })).toEqual({ data: null, at: ['strict.1'] });
    expect(project('{ grid }', { grid: [[1], [null], null] })).toEqual({
      data: { grid: [[1], null, null] },
      at: ['grid.1.0'],
    });
  });

  it('gives no enum value that clients do not know', () => {
    expect(project('{ mode }', { mode: 'OFF' }).data).toEqual({ mode: 'OFF' });
    expect(project('{ mode }', { mode: 'HIDDEN' })).toEqual({ data: { mode: null }, at: ['mode'] });
  });

  it('selects by the concrete type of an abstract value', () => {
    const text = '{ any { ... on A { x } ... on B { y } } }';
    expect(project(text, { any: { __typename: 'B', x: 1, y: 2 } }).data).toEqual({ any: { y: 2 } });
    expect(project(text, { any: { __typename: 'Query' } })).toEqual({ data: { any: null }, at: ['any'] });
  });

  it("needs no concrete type where nothing depends on it, and takes the interface's name for none", () => {
    expect(project('{ node { id ... on Node { id } } }', { node: { id: 1 } }).data).toEqual({ node: { id: 1 } });
    const unknown = { node: { __typename: 'Node', id: 1 } };
    expect(project('{ node { id } }', unknown).data).toEqual({ node: { id: 1 } });
    expect(project('{ node { __typename } }', unknown)).toEqual({ data: { node: null }, at: ['node.__typename'] });
    expect(project('{ node { ... on A { x } } }', unknown)).toEqual({ data: { node: null }, at: ['node'] });
  });

  it('gives null with an error for what has another shape than the schema says', () => {
    expect(project('{ a { x } list { x } }', { a: [{ x: 1 }], list: { x: 1 } })).toEqual({
      data: { a: null, list: null },
      at: ['a', 'list'],
    });
    expect(project('{ must { x } }', { must: 'text' })).toEqual({ data: null, at: ['must'] });
  });

  it("leaves a custom scalar's value alone", () => {
    const json = { __typename: 'B', list: [{ x: null }] };
    expect(project('{ json }', { json }).data?.json).toBe(json);
  });
});
