import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createCostCheck } from './create-cost-check.ts';

const schema = buildSchema('type Query { bills(first: Int): [Bill] } type Bill { id: ID lines(first: Int): [Bill] }');
const document = parse(`
  query Bills($n: Int) { bills(first: $n) { id } }
  query Lines($n: Int) { bills(first: $n) { lines(first: $n) { id } } }
`);
const [bills, lines] = document.definitions.filter(
  (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
);
if (!bills || !lines) throw new Error('two operations expected');

const check = createCostCheck(schema, { maxListCost: 100 });

describe('the check on how much an operation may ask for', () => {
  it.each([
    ['the limit', bills, { n: 100 }],
    ['the limit in two levels', lines, { n: 9 }],
    ['no variables', bills, undefined],
  ])('lets %s pass', (_name, operation, variables) => {
    expect(() => check(document, operation, variables)).not.toThrow();
  });

  it.each([
    ['one more', bills, { n: 101 }, '101'],
    ['the other operation of the document', lines, { n: 10 }, '110'],
    ['the assumed size', lines, null, '110'],
    ['more than can be counted', lines, { n: 2 ** 31 - 1 }, 'countless'],
  ])('refuses %s', (_name, operation, variables, amount) => {
    expect(() => check(document, operation, variables)).toThrow(
      expect.objectContaining({
        code: 'OPERATION_TOO_LARGE',
        message: `The operation may ask for ${amount} objects; 100 are allowed.`,
        fix: expect.stringMatching(/^Ask for fewer with first: /),
      }),
    );
  });

  it('judges each document by its own fragments, even where they share an operation', () => {
    const text = '{ ...F } fragment F on Query { bills(first: 101) { id } }';
    const large = parse(text);
    const [operation] = large.definitions;
    const small = { ...large, definitions: parse(text.replace('101', '1')).definitions };
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation expected');
    expect(() => check(large, operation, {})).toThrow();
    expect(() => check(small, operation, {})).not.toThrow();
  });

  it('compiles an operation once', () => {
    let looked = 0;
    const counting = buildSchema('type Query { bills: [Bill] } type Bill { id: ID }');
    const getRootType = counting.getRootType.bind(counting);
    counting.getRootType = (kind) => {
      looked += 1;
      return getRootType(kind);
    };
    const once = createCostCheck(counting, { maxListCost: 100 });
    const asked = parse('{ bills { id } }');
    const [operation] = asked.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation expected');
    for (let again = 0; again < 3; again++) once(asked, operation, {});
    expect(looked).toBe(1);
  });
});
