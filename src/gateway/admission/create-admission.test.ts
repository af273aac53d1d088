import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import { createAdmission } from './create-admission.ts';
import { defaultLimits, type OperationLimits } from './operation-limits.ts';
import { type Case, doubling, findRefusal, judge, nested, smallLimits, times } from './testing/judge.ts';
import { createTrustedDocuments } from './trusted-documents.ts';

const chain = (count: number): string =>
  `${times(count, (i) => `fragment F${i} on T { ...F${i + 1} }`)} fragment F${count} on T { a }`;

const hostileCases: readonly Case[] = [
  ['2^42 fields', `{ x { ...F0 } } ${doubling(42, 'a')}`, 'selections'],
  ['2^42 aliases', `{ x { ...F0 } } ${doubling(42, 'a: b')}`, 'aliases'],
  ['2^42 directives', `{ x { ...F0 } } ${doubling(42, 'a @x')}`, 'directives'],
  ['2^42 root fields', `{ ...F0 } ${doubling(42, 'a')}`, 'selections'],
  ['2^42 of nothing, that nothing spreads', `{ a } ${doubling(42, '...Nowhere')}`, 'selections'],
  ['2^42 round a cycle', `{ ...F0 } ${doubling(42, '...F0')}`, 'selections'],
  ['2^100 fields', `{ ...F0 } ${doubling(100, 'a')}`, 'nesting'],
  ['an alias flood hidden in a fragment', `{ x { ${'...F '.repeat(31)} } } fragment F on T { a: b }`, 'aliases'],
  ['the alias flood at the limit', `{ x { ${'...F '.repeat(30)} } } fragment F on T { a: b }`, 'admitted'],
  ['300 fragments that nothing spreads', `{ a } ${times(300, (i) => `fragment F${i} on T{a}`)}`, 'tokens'],
  ['inline fragments in each other at the limit', `{ ${nested(44, '...{', 'a')} }`, 'admitted'],
  ['inline fragments in each other', `{ ${nested(45, '...{', 'a')} }`, 'nesting'],
  ['a chain of fragments at the limit', `{ ...F0 } ${chain(43)}`, 'admitted'],
  ['a chain of fragments', `{ ...F0 } ${chain(44)}`, 'nesting'],
  ['a chain of fragments measured from its middle', `{ ...F30 ...F0 } ${chain(44)}`, 'nesting'],
  ['a chain of fragments that nothing spreads', `{ a } ${chain(45)}`, 'nesting'],
  ['brackets beside each other', `{ a { ${times(101, (i) => `b(c: [${i}])`)} } }`, 'admitted'],
  ['lists in lists at the limit', `{ a(b: ${'['.repeat(43)}${']'.repeat(43)}) }`, 'admitted'],
  ['lists in lists', `{ a(b: ${'['.repeat(44)}`, 'nesting'],
  ['objects in objects', `{ a(b: ${'{c:'.repeat(44)}`, 'nesting'],
  ['types of lists of lists', `query ($a: ${'['.repeat(45)}`, 'nesting'],
];

describe('the default limits', () => {
  it.each(hostileCases)('decide on %s', (_name, text, verdict) => {
    expect(judge(text, defaultLimits)).toBe(verdict);
  });

  it('keep the parser from overflowing the stack, whatever the limit on tokens', () => {
    const limits = { ...defaultLimits, maxTokens: 1_000_000 };
    const long = times(50_000, (i) => `fragment F${i} on T { ...F${i + 1} }`);
    for (const text of [`{ a(b: ${'['.repeat(100_000)}`, '{a'.repeat(100_000), `{ ...F0 } ${long}`]) {
      expect(judge(text, limits)).toBe('nesting');
    }
  });

  const folder = new URL('../../../schema/operations/', import.meta.url);
  const samples = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
  const half: OperationLimits = {
    maxDepth: defaultLimits.maxDepth / 2,
    maxTokens: defaultLimits.maxTokens / 2,
    maxAliases: defaultLimits.maxAliases / 2,
    maxRootFields: defaultLimits.maxRootFields / 2,
    maxDirectives: defaultLimits.maxDirectives / 2,
    maxListCost: defaultLimits.maxListCost / 2,
  };

  it.each(samples)('leave %s twice what it needs', (_name, text) => {
    expect(judge(text, half)).toBe('admitted');
  });

  it('leave full introspection twice what it needs', () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(judge(query, half)).toBe('admitted');
  });
});

describe('a refusal', () => {
  it('says how much was asked for, how much is allowed and what to do', () => {
    expect(findRefusal('{ a { b { c { d { e { f } } } } } }', smallLimits)).toMatchObject({
      code: 'OPERATION_TOO_LARGE',
      message: 'The operation is 6 levels deep; 4 are allowed.',
      fix: 'Ask for it in several queries.',
    });
    const fourfold = times(40, (i) => `fragment F${i} on T { ${`...F${i + 1} `.repeat(4)} }`);
    expect(findRefusal(`{ x { ...F0 } } ${fourfold} fragment F40 on T { a: b }`, defaultLimits)?.message).toBe(
      'The operation has countless aliases; 30 are allowed.',
    );
    expect(findRefusal('{ x { ...F ...F } } fragment F on T { a: b c: d }', smallLimits)?.message).toMatch(
      /has 4 aliases/,
    );
  });

  const secretive = 'rahasia: rahasia(rahasia: "rahasia") @rahasia';
  it.each([
    `query rahasia { ${times(4, () => secretive)} }`,
    `{ a { ${times(4, () => 'rahasia: b')} } }`,
    `{ a { ${times(4, () => 'b @rahasia')} } }`,
    `{ rahasia { rahasia { rahasia { rahasia { rahasia } } } } }`,
    `{ ${times(59, () => 'rahasia')} }`,
    `{ rahasia(rahasia: ${'['.repeat(40)} ${'{rahasia:'.repeat(40)} `,
  ])('repeats nothing of the client’s text: %s', (text) => {
    const refusal = findRefusal(text, smallLimits);
    expect(refusal).toBeDefined();
    expect(`${refusal?.message} ${refusal?.fix}`).not.toContain('rahasia');
  });

  it('is given each time, and to no other text', () => {
    const { admit } = createAdmission({ limits: smallLimits });
    for (let again = 0; again < 3; again++) {
      expect(() => admit('{ a b c d }')).toThrow(HubError);
      expect(() => admit('{ a b c }')).not.toThrow();
    }
  });
});

describe('a text that was admitted', () => {
  /** An admission that trusts everything, and how often it had to ask. */
  const createCounted = () => {
    const asked: string[] = [];
    const trusted = { findText: () => undefined, ids: [], has: (text: string) => asked.push(text) > 0 };
    return { asked, admission: createAdmission({ limits: defaultLimits, trusted }) };
  };

  it('is known from then on', () => {
    const { asked, admission } = createCounted();
    for (let again = 0; again < 3; again++) admission.admit('{ a }');
    expect(asked).toEqual(['{ a }']);
  });

  it('is forgotten for a thousand others, the least used first', () => {
    const { asked, admission } = createCounted();
    admission.admit('{ used }');
    for (let index = 0; index < 1000; index++) {
      admission.admit(`{ a(b: ${index}) }`);
      admission.admit('{ used }');
    }
    admission.admit('{ a(b: 0) }');
    expect(asked.filter((text) => text === '{ used }')).toHaveLength(1);
    expect(asked.filter((text) => text === '{ a(b: 0) }')).toHaveLength(2);
  });

  it('is forgotten for others that are long', () => {
    const { asked, admission } = createCounted();
    const texts = Array.from({ length: 40 }, (_, index) => `{ a(b: ${index}) } #${'-'.repeat(250_000)}`);
    for (const text of texts) admission.admit(text);
    for (const text of texts.toReversed()) admission.admit(text);
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.length).toBeLessThan(60);
  });

  it('is not known when its syntax is wrong', () => {
    const { asked, admission } = createCounted();
    for (let again = 0; again < 2; again++) admission.admit('{ a');
    expect(asked).toHaveLength(2);
  });
});

describe('when only trusted documents run', () => {
  const text = '{ a   b }\n';
  const large = '{ a b c d }';
  const admission = createAdmission({ limits: smallLimits, trusted: createTrustedDocuments([text, large]) });
  const notTrusted = expect.objectContaining({
    code: 'DOCUMENT_NOT_TRUSTED',
    fix: expect.stringContaining('documentId'),
  });

  it('a registered text is admitted, as it stands or as graphql-js prints it', () => {
    for (const same of [text, text, print(parse(text))]) expect(() => admission.admit(same)).not.toThrow();
  });

  it.each(['{ a b }', '{ a }', '', '{ a', getIntrospectionQuery()])('any other is refused: %s', (other) => {
    expect(() => admission.admit(other)).toThrow(notTrusted);
    expect(() => admission.admit(other)).toThrow(notTrusted);
  });

  it('a registered text has to keep the limits too', () => {
    expect(() => admission.admit(large)).toThrow(expect.objectContaining({ code: 'OPERATION_TOO_LARGE' }));
  });
});
