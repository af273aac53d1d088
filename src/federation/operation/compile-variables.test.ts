import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileVariables } from './compile-variables.ts';

const schema = buildSchema(`
  type Query { a(x: Int, box: Box, all: [[Int!]], mode: Mode, at: Date): Int }
  input Box { size: Int! = 3 of: Box label: String }
  enum Mode { ON OFF }
  scalar Date
`);

function coerce(definitions: string, given: Record<string, unknown> | null = {}) {
  const [operation] = parse(`query (${definitions}) { a }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const { values, errors } = compileVariables(schema, operation as OperationDefinitionNode)(given);
  return errors.length > 0 ? errors.map(({ message }) => message) : values;
}

describe('the variables of a request', () => {
  it('have their defaults where they are left out, and not where they are null', () => {
    expect(coerce('$x: Int = 4, $y: Int = 5, $z: Int', { y: null })).toEqual({ x: 4, y: null });
    expect(coerce('$x: Int = 4', null)).toEqual({ x: 4 });
  });

  it('stay as they came, for the subgraphs to coerce', () => {
    const given = { box: { of: { label: 'x' } }, all: 1, mode: 'ON', at: { any: 'thing' } };
    expect(coerce('$box: Box, $all: [[Int!]], $mode: Mode, $at: Date', given)).toEqual(given);
  });

  it('have defaults of every kind as JSON', () => {
    expect(
      coerce('$box: Box = { size: 1 }, $mode: Mode = OFF, $at: Date = { a: [1, "b"] }, $all: [[Int!]] = [[2]]'),
    ).toEqual({
      box: { size: 1 },
      mode: 'OFF',
      at: { a: [1, 'b'] },
      all: [[2]],
    });
  });

  it('are only those that the operation declares, whatever their names', () => {
    expect(coerce('$x: Int, $constructor: Int', { x: 1, y: 2 })).toEqual({ x: 1 });
  });

  it.each([
    ['$x: Int!', {}, /"\$x" of type Int! is missing/],
    ['$x: Int!', { x: null }, /"\$x" of type Int! must not be null/],
    ['$x: Int', { x: 'secret' }, /^Variable "\$x" is not a valid Int\.$/],
    ['$mode: Mode', { mode: 'secret' }, /"\$mode" is not a valid Mode/],
    ['$box: Box', { box: { size: null } }, /"\$box" at size/],
    ['$box: Box', { box: { secret: 1 } }, /"\$box"/],
    ['$box: Box', { box: { of: { of: { size: 'secret' } } } }, /"\$box" at of\.of\.size/],
    ['$all: [[Int!]]', { all: [[1], [null]] }, /"\$all" at 1\.0/],
  ])('are refused when they do not fit %s, and the value is not repeated', (definitions, given, message) => {
    const refused = coerce(definitions, given);
    expect(refused).toEqual([expect.stringMatching(message)]);
    expect(JSON.stringify(refused)).not.toContain('secret');
  });
});
