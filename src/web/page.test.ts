import { expect, test } from 'vitest';
import { fillFacts, keepParts, versionAssets } from './page.ts';

test('keeps the parts of the mode that runs', () => {
  const html = 'a<!-- only demo -->\nD\n<!-- end -->\n<!-- only production -->P<!-- end -->z';
  expect(keepParts(html, true)).toBe('aD\nz');
  expect(keepParts(html, false)).toBe('aPz');
});

test('names the content of an asset in its URL, and refuses one that does not exist', () => {
  const assets = new Map([['base.css', { hash: 'abc' }]]);
  expect(versionAssets('<link href="/assets/base.css">', assets)).toBe('<link href="/assets/base.css?v=abc">');
  expect(() => versionAssets('<script src="/assets/gone.js">', assets)).toThrow('/assets/gone.js');
});

test('fills in facts as text, and refuses one that is not known', () => {
  const facts = { release: '<1>', graphqlPath: '/graphql' };
  expect(fillFacts('{{release}} {{graphqlPath}}', facts)).toBe('&#60;1&#62; /graphql');
  expect(() => fillFacts('{{secret}}', facts)).toThrow('secret');
});
