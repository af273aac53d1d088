import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../operation-limits.ts';
import { compileListCost } from './compile-list-cost.ts';

const schema = buildSchema(`
  scalar Big
  type Query {
    me: Person
    people: [Person!]!
    paged(first: Int, last: Int): [Person]
    limited(limit: Int = 20): [Person]
    either(first: Int, limit: Int = 20): [Person]
    big(first: Big): [Person]
    decimal(first: Float): [Person]
    grid(first: Int): [[Person!]!]
    plainGrid: [[Person]]
    names(first: Int): [String!]
    offset(skip: Int, offset: Int): [Person]
    connection(first: Int): Connection
    node: Node
    nodes: [Node!]
    found: [Found!]
    name: String
  }
  type Mutation { add(first: Int): [Person] }
  type Subscription { added: [Person] }
  interface Node { id: ID related(first: Int): [Node] }
  type Person implements Node { id: ID related(first: Int): [Node] name: String friends(first: Int): [Person!] bills: [Bill] }
  type Bill implements Node { id: ID related(first: Int): [Node] lines: [Line] }
  type Line { text: String }
  type Connection { edges: [Edge] nodes: [Person] total: Int more(first: Int): [Person] page: Page }
  type Page { people: [Person] }
  type Edge { node: Person }
  union Found = Person | Bill
`);

function cost(text: string, variables?: Record<string, unknown> | null): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('one operation expected');
  return compileListCost(schema, document, operation)(variables);
}

const MAX = Number.MAX_SAFE_INTEGER;

describe('the estimate of objects', () => {
  it.each([
    ['a scalar', '{ name }', 0],
    ['an object', '{ me { name } }', 1],
    ['an object twice', '{ me { name } also: me { id } }', 2],
    ['a list of unknown size', '{ people { name } }', 10],
    ['a list in a list', '{ people { bills { id } } }', 10 * (1 + 10)],
    ['three lists in each other', '{ people { bills { lines { text } } } }', 10 * (1 + 10 * (1 + 10))],
    ['a list of scalars', '{ names }', 10],
    ['a list of scalars with a size', '{ names(first: 500) }', 500],
    ['first', '{ paged(first: 3) { name } }', 3],
    ['last', '{ paged(last: 4) { name } }', 4],
    ['limit', '{ limited(limit: 5) { name } }', 5],
    ['the larger of two', '{ paged(first: 3, last: 4) { name } }', 4],
    ['no argument', '{ paged { name } }', 10],
    ['the default of the argument', '{ limited { name } }', 20],
    ['the default of another argument', '{ either(first: 3) { name } }', 20],
    ['sizes that multiply', '{ paged(first: 3) { friends(first: 4) { name } } }', 3 * (1 + 4)],
    ['an argument that bounds nothing', '{ offset(skip: 3, offset: 4) { name } }', 10],
    ['lists of lists', '{ plainGrid { name } }', 100],
    ['lists of lists with a size', '{ grid(first: 3) { name } }', 30],
    ['lists below lists of lists', '{ plainGrid { bills { id } } }', 100 * (1 + 10)],
    ['none', '{ paged(first: 0) { bills { id } } }', 1 + 10],
    ['less than none', '{ paged(first: -1) { name } }', 10],
    ['null', '{ paged(first: null) { name } }', 10],
    ['null where there is a default', '{ limited(limit: null) { name } }', 10],
    ['a fraction', '{ decimal(first: 2.5) { name } }', 3],
    ['a number in a text', '{ big(first: "700") { name } }', 700],
    ['no number in a text', '{ big(first: "all") { name } }', 10],
    ['an empty text', '{ big(first: "") { name } }', 10],
    ['a list of numbers', '{ big(first: [700]) { name } }', 10],
    ['an object of numbers', '{ big(first: { a: 700 }) { name } }', 10],
    ['a name', '{ big(first: ALL) { name } }', 10],
    ['more than can be counted', '{ decimal(first: 1e300) { friends(first: 100) { name } } }', MAX],
    ['infinitely many', '{ decimal(first: 1e999) { name } }', MAX],
    [
      'the size that a connection gives its lists',
      '{ connection(first: 50) { edges { node { name } } } }',
      1 + 50 * (1 + 1),
    ],
    [
      'that size in a fragment',
      '{ connection(first: 50) { ...F } } fragment F on Connection { edges { node { name } } nodes { id } }',
      1 + 150,
    ],
    [
      'a fragment in two connections',
      '{ a: connection(first: 50) { ...F } b: connection(first: 2) { ...F } } fragment F on Connection { nodes { id } }',
      54,
    ],
    ['a connection of unknown size', '{ connection { edges { node { name } } } }', 1 + 20],
    ['a list of a connection with a size of its own', '{ connection(first: 50) { more(first: 2) { name } } }', 3],
    ['a list further below a connection', '{ connection(first: 50) { page { people { id } } } }', 1 + 1 + 10],
    ['a list below the lists of a connection', '{ connection(first: 5) { nodes { bills { id } } } }', 1 + 5 * (1 + 10)],
    ['an inline fragment', '{ ... { people { name } } ... on Query { people { name } } }', 20],
    ['a fragment', '{ ...F } fragment F on Query { people { name } }', 10],
    ['a fragment in several places', '{ me { ...F } people { ...F } } fragment F on Person { bills { id } }', 11 + 110],
    ['a field of an interface', '{ node { related(first: 3) { id } } }', 4],
    [
      'fragments on an interface',
      '{ nodes { ... on Person { bills { id } } ... on Bill { lines { text } } } }',
      10 * (1 + 10 + 10),
    ],
    ['fragments on a union', '{ found { __typename ... on Person { bills { id } } ... on Bill { id } } }', 110],
    ['an interface within a union', '{ found { ... on Node { related(first: 2) { id } } } }', 30],
    ['a field that may be skipped', '{ people @skip(if: true) { name } }', 10],
    ['a mutation', 'mutation { add(first: 2) { name } }', 2],
    ['a subscription', 'subscription { added { name } }', 10],
    ['introspection', getIntrospectionQuery(), 0],
    ['__typename', '{ __typename me { __typename } }', 1],
    ['an unknown field', '{ nothing { name } people { nothing { a } toString { b } } }', 10],
    ['an unknown fragment', '{ people { ...F ... on Nothing { bills { id } } } }', 10],
    ['a fragment that spreads itself', '{ ...F } fragment F on Query { people { friends { name } } ...F }', 110],
  ])('%s', (_name, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  const one = 'query ($n: Int) { paged(first: $n) { name } }';
  const withDefault = 'query ($n: Int = 7) { limited(limit: $n) { name } }';
  it.each([
    ['a variable', one, { n: 6 }, 6],
    ['a variable that is not given', one, {}, 10],
    ['no variables', one, undefined, 10],
    ['null for variables', one, null, 10],
    ['a variable that is null', one, { n: null }, 10],
    ['a variable below none', one, { n: -5 }, 10],
    ['a variable of none', one, { n: 0 }, 1],
    ['a variable that is a text', one, { n: '400' }, 400],
    ['a variable that is a list', one, { n: [400] }, 10],
    ['a variable that is an object', one, { n: { valueOf: 400 } }, 10],
    ['a variable that is true', one, { n: true }, 10],
    ['a variable that is no number', one, { n: Number.NaN }, 10],
    ['an infinite variable', one, { n: Number.POSITIVE_INFINITY }, MAX],
    ['a variable’s default', withDefault, {}, 7],
    ['a variable instead of its default', withDefault, { n: 8 }, 8],
    ['null instead of a variable’s default', withDefault, { n: null }, 10],
    ['a variable instead of the argument’s default', 'query ($n: Int) { limited(limit: $n) { name } }', { n: 8 }, 8],
    [
      'the argument’s default when the variable is not given',
      'query ($n: Int) { limited(limit: $n) { name } }',
      {},
      20,
    ],
    ['two variables for one list', 'query ($n: Int, $m: Int) { paged(first: $n, last: $m) { name } }', { m: 4 }, 4],
    [
      'variables that multiply',
      'query ($n: Int, $m: Int) { paged(first: $n) { friends(first: $m) { name } } }',
      { n: 5, m: 6 },
      5 * (1 + 6),
    ],
    [
      'variables beside constants',
      'query ($n: Int) { people { friends(first: $n) { name } bills { id } } name }',
      { n: 3 },
      10 * (1 + 3 + 10),
    ],
    [
      'a variable of a connection',
      'query ($n: Int) { connection(first: $n) { ...F } } fragment F on Connection { nodes { id } }',
      { n: 30 },
      31,
    ],
    [
      'a variable in a fragment',
      'query ($n: Int) { ...F ...F } fragment F on Query { paged(first: $n) { name } }',
      { n: 30 },
      60,
    ],
    [
      'a variable named as what every object has',
      'query ($toString: Int) { limited(limit: $toString) { name } }',
      {},
      20,
    ],
    ['no number beside a number', 'query ($n: Int) { paged(first: $n, last: 50) { id } }', { n: Number.NaN }, 50],
    [
      'a variable whose product cannot be counted',
      'query ($n: Int) { paged(first: $n) { friends(first: $n) { friends(first: $n) { id } } } }',
      { n: 2 ** 31 - 1 },
      MAX,
    ],
  ])('with %s', (_name, text, variables, expected) => {
    expect(cost(text, variables)).toBe(expected);
  });

  it('takes the variables of each call', () => {
    const document = parse(one);
    const operation = getOperationAST(document);
    const estimate = operation && compileListCost(schema, document, operation);
    expect([1, 50, 3].map((n) => estimate?.({ n }))).toEqual([1, 50, 3]);
  });

  const doubling = (type: string, inside: string): string =>
    `${Array.from({ length: 100 }, (_, i) => `fragment F${i} on ${type} { ...F${i + 1} ...F${i + 1} }`).join(' ')}
     fragment F100 on ${type} { ${inside} }`;

  it('is made for 2^100 fragments', () => {
    expect(cost(`{ me { ...F0 } } ${doubling('Person', 'name')}`)).toBe(1);
    expect(cost(`{ me { ...F0 } } ${doubling('Person', 'bills { id }')}`)).toBe(MAX);
    expect(cost(`query ($n: Int) { me { ...F0 } } ${doubling('Person', 'friends(first: $n) { id }')}`, { n: 1 })).toBe(
      MAX,
    );
    const nodes = doubling('Connection', 'nodes { friends(first: $n) { id } }');
    expect(cost(`query ($n: Int) { connection(first: $n) { ...F0 } } ${nodes}`, { n: 1 })).toBe(MAX);
  });
});

describe('the sample operations', () => {
  const supergraph = buildSchema(
    readFileSync(new URL('../../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
    {
      assumeValid: true,
    },
  );
  const folder = new URL('../../../../schema/operations/', import.meta.url);

  it.each(readdirSync(folder))('%s needs less than a tenth of what is allowed', (name) => {
    const document = parse(readFileSync(new URL(name, folder), 'utf8'));
    const operation = getOperationAST(document);
    const estimate = operation && compileListCost(supergraph, document, operation)({});
    expect(estimate).toBeGreaterThan(0);
    expect(estimate).toBeLessThan(defaultLimits.maxListCost / 10);
  });
});
