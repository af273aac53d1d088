import { describe, expect, it } from 'vitest';
import { type Case, judge, nested, smallLimits, times } from './testing/judge.ts';

const depthCases: readonly Case[] = [
  ['one field', '{ a }', 'admitted'],
  ['at the limit', '{ a { b { c { d } } } }', 'admitted'],
  ['one over', '{ a { b { c { d { e } } } } }', 'depth'],
  ['the deepest branch counts', '{ a b { c } d { e { f { g { h } } } } }', 'depth'],
  ['inline fragments are no level', '{ ... on Q { a { ... { b { ... on T { c { d } } } } } } }', 'admitted'],
  ['one over in inline fragments', '{ ... on Q { a { ... { b { c { d { e } } } } } } }', 'depth'],
  ['a fragment at the limit', '{ a { b { ...F } } } fragment F on T { c { d } }', 'admitted'],
  ['one over in a fragment', '{ a { b { ...F } } } fragment F on T { c { d { e } } }', 'depth'],
  [
    'one over in a fragment of a fragment',
    '{ a { ...F } } fragment F on T { b { ...G } } fragment G on T { c { d { e } } }',
    'depth',
  ],
  [
    'fragments before the operation',
    'fragment G on T { c { d { e } } } fragment F on T { b { ...G } } { a { ...F } }',
    'depth',
  ],
  [
    'a fragment measured first where it is shallow',
    '{ ...F a { b { c { ...F } } } } fragment F on Q { x { y } }',
    'depth',
  ],
  ['one over in a mutation', 'mutation { a { b { c { d { e } } } } }', 'depth'],
  ['one over in a subscription', 'subscription { a { b { c { d { e } } } } }', 'depth'],
  ['the second operation', 'query A { a } query B { a { b { c { d { e } } } } }', 'depth'],
  ['a fragment that nothing spreads', '{ a } fragment F on T { a { b { c { d { e } } } } }', 'depth'],
  [
    'a second fragment of the same name',
    '{ ...F } fragment F on T { a } fragment F on T { a { b { c { d { e } } } } }',
    'depth',
  ],
  [
    'a first fragment of the same name',
    '{ ...F } fragment F on T { a { b { c { d { e } } } } } fragment F on T { a }',
    'depth',
  ],
  [
    'introspection is exempt',
    `{ __schema ${nested(8, '{ a ', '')} __type(name: "T") ${nested(8, '{ a ', '')} }`,
    'admitted',
  ],
  ['a field beside introspection is not', '{ __schema { a } a { b { c { d { e } } } } }', 'depth'],
];

const cycleCases: readonly Case[] = [
  ['a fragment that spreads itself', '{ ...F } fragment F on Q { a ...F }', 'admitted'],
  [
    'two fragments that spread each other',
    '{ ...F } fragment F on Q { a ...G } fragment G on Q { b ...F }',
    'admitted',
  ],
  ['a cycle below a field', '{ ...F } fragment F on Q { a { ...F } }', 'admitted'],
  ['a cycle of nothing but spreads', '{ ...F } fragment F on Q { ...F ...F ...F }', 'admitted'],
  ['a cycle that no operation spreads', '{ a } fragment F on Q { ...G } fragment G on Q { ...F }', 'admitted'],
  [
    'too many aliases in a cycle',
    '{ ...F } fragment F on Q { ...G } fragment G on Q { x { ...F a: a b: b c: c d: d } }',
    'aliases',
  ],
  ['an unknown spread', '{ ...Nowhere }', 'admitted'],
  [
    'an unknown spread in a fragment',
    '{ a { ...F } } fragment F on T { ...Nowhere ... on T { ...Nowhere } }',
    'admitted',
  ],
  ['names of what every object has', '{ ...constructor a { ...toString ...__proto__ } }', 'admitted'],
];

const aliasCases: readonly Case[] = [
  ['at the limit', '{ a: x b: x c: x }', 'admitted'],
  ['one over', '{ y { a: x b: x c: x d: x } }', 'aliases'],
  ['over several levels', '{ a: x { b: x { c: x { d: x } } } }', 'aliases'],
  ['an alias that is the name', '{ y { x: x x: x x: x x: x } }', 'aliases'],
  ['the same alias again', '{ y { a: x } y { a: x } y { a: x a: x } }', 'aliases'],
  ['names are no aliases', '{ a { b c d e f g } }', 'admitted'],
  ['in inline fragments', '{ ... { a: x ... on Q { b: x } } y { ... { c: x d: x } } }', 'aliases'],
  ['a fragment spread at the limit', '{ a { ...F } b { ...F } c { ...F } } fragment F on T { a: x }', 'admitted'],
  ['a fragment spread too often', '{ y { ...F ...F ...F ...F } } fragment F on T { a: x }', 'aliases'],
  ['through two fragments', '{ a { ...F ...F } } fragment F on T { ...G ...G } fragment G on T { a: x }', 'aliases'],
  ['one in a fragment, spread below an alias', '{ a: y { ...F b: x } } fragment F on T { c: x d: x }', 'aliases'],
  ['of each operation, not of the document', 'query A { a: x b: x } query B { a: x b: x }', 'admitted'],
  ['the last of three operations', 'query A { x } query B { x } query C { y { a: x b: x c: x d: x } }', 'aliases'],
  ['on introspection', '{ __schema { a: x b: x c: x d: x } }', 'aliases'],
];

const rootCases: readonly Case[] = [
  ['at the limit', '{ a b c }', 'admitted'],
  ['one over', '{ a b c d }', 'root'],
  ['the same field again', '{ a a a a }', 'root'],
  ['many fields below the root', '{ a { b c d e f g } }', 'admitted'],
  ['in inline fragments', '{ a ... { b ... on Q { c d } } }', 'root'],
  ['in a fragment', '{ a ...F } fragment F on Q { b c d }', 'root'],
  ['a fragment spread twice', '{ ...F ...F } fragment F on Q { a b }', 'root'],
  ['in fragments of fragments', '{ a ...F } fragment F on Q { b ...G } fragment G on Q { c d }', 'root'],
  ['fields in a fragment below the root', '{ a { ...F ...F } } fragment F on T { b c d e }', 'admitted'],
  ['fields of a fragment that nothing spreads', '{ a } fragment F on T { b c d e }', 'admitted'],
  ['in a mutation', 'mutation { a b c d }', 'root'],
  ['of the second operation', 'query A { a } query B { a b c d }', 'root'],
  ['__typename counts like any field', '{ __typename a b c }', 'root'],
];

const directiveCases: readonly Case[] = [
  ['at the limit', '{ a @x b @x c @x }', 'admitted'],
  ['one over on one field', '{ a @x @x @x @x }', 'directives'],
  ['on fields of several levels', '{ a @x { b @x { c @x { d @x } } } }', 'directives'],
  ['on inline fragments', '{ ... @x { a } ... @x @x { ... @x { b } } }', 'directives'],
  ['on spreads', '{ ...F @x ...F @x a { ...F @x @x } } fragment F on Q { a }', 'directives'],
  ['on the operation', 'query @x @x { a @x @x }', 'directives'],
  ['on variables', 'query ($a: Int @x @x, $b: Int @x) { a @x }', 'directives'],
  ['on a fragment, for each spread', '{ a { ...F ...F } } fragment F on T @x @x { b }', 'directives'],
  ['in a fragment, for each spread', '{ a { ...F ...F } } fragment F on T { b @x c @x }', 'directives'],
  ['on a fragment that nothing spreads', '{ a } fragment F on T @x @x @x @x { b }', 'directives'],
  ['of a mutation', 'mutation @x { a @x b @x c @x }', 'directives'],
];

const sizeCases: readonly Case[] = [
  ['tokens at the limit', `{ a { ${times(55, () => 'b')} } }`, 'admitted'],
  ['one token over', `{ a { ${times(56, () => 'b')} } }`, 'tokens'],
  ['comments and commas are no tokens', `{ a ${'# b c d\n,,,'.repeat(99)} }`, 'admitted'],
  ['tokens of values', `{ a(b: [${times(60, String)}]) }`, 'tokens'],
  ['tokens of type definitions', `${times(30, (i) => `scalar S${i}`)} { a }`, 'tokens'],
  ['too many tokens before a syntax error', `{ ${times(60, () => 'a')} ( }`, 'tokens'],
  [
    'selections of a fragment spread often',
    '{ x { ...F ...F ...F ...F } } fragment F on T { a b c d e f g h i j k l m n o }',
    'selections',
  ],
  [
    'spreads of nothing',
    '{ ...F } fragment F on T { ...G ...G ...G ...G } fragment G on T { ...H ...H ...H ...H } fragment H on T { ...N ...N ...N ...N }',
    'selections',
  ],
];

const syntaxCases: readonly Case[] = [
  ['nothing', '', 'admitted'],
  ['blanks', ' \n', 'admitted'],
  ['no closing brace', '{ a { b }', 'admitted'],
  ['a character that GraphQL has not', '{ a ? }', 'admitted'],
  ['a text that does not end', '{ a(b: "c', 'admitted'],
  ['an empty selection set', '{ a { } }', 'admitted'],
  ['an alias of an alias', '{ a: b: c }', 'admitted'],
  ['too many aliases and a syntax error', '{ y { a: x b: x c: x d: x }', 'admitted'],
];

describe.each([
  ['depth', depthCases],
  ['cycles and unknown fragments, which are validation’s to refuse', cycleCases],
  ['aliases', aliasCases],
  ['root fields', rootCases],
  ['directives', directiveCases],
  ['size', sizeCases],
  ['syntax, which is the parser’s to refuse', syntaxCases],
])('the verdict on %s', (_limit, cases) => {
  it.each(cases)('%s', (_name, text, verdict) => {
    expect(judge(text, smallLimits)).toBe(verdict);
  });
});
