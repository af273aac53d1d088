import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createTrustedDocuments } from './trusted-documents.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const spaced = '# 1. Tentang saya\nquery Me {  me { name } }\n';
const printed = print(parse(spaced));
const other = '{ opds { code } }';
const documents = createTrustedDocuments([spaced, other]);

describe('a registered document', () => {
  it.each([
    ['the hash of its text', sha256(spaced)],
    ['the same with its prefix', `sha256:${sha256(spaced)}`],
    ['the same in capitals', `SHA256:${sha256(spaced).toUpperCase()}`],
    ['the hash of what graphql-js prints', sha256(printed)],
    ['the same with its prefix', `sha256:${sha256(printed)}`],
  ])('is found as one text by %s', (_name, id) => {
    expect(documents.findText(id)).toBe(spaced);
  });

  it('is told from others as it stands and as graphql-js prints it', () => {
    expect([spaced, printed, other].map((text) => documents.has(text))).toEqual([true, true, true]);
    expect([spaced.trim(), '', sha256(spaced)].map((text) => documents.has(text))).toEqual([false, false, false]);
  });

  it('is listed under the id of its text', () => {
    expect(documents.ids).toEqual([`sha256:${sha256(spaced)}`, `sha256:${sha256(other)}`]);
  });

  it('may be given twice', () => {
    expect(createTrustedDocuments([other, other]).ids).toEqual([`sha256:${sha256(other)}`]);
  });

  it('that stands as another one is printed keeps its own text', () => {
    for (const texts of [
      [spaced, printed],
      [printed, spaced],
    ]) {
      const both = createTrustedDocuments(texts);
      expect([sha256(spaced), sha256(printed)].map((id) => both.findText(id))).toEqual([spaced, printed]);
    }
  });

  it('has the id that the specification’s example has', () => {
    const example = 'query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}';
    expect(createTrustedDocuments([example]).ids).toEqual([
      'sha256:7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e',
    ]);
  });

  it('of graphql-codegen’s persisted-documents.json has the id that the generated client sends', () => {
    // As client-preset 6.2.0 writes it with `persistedDocuments: true`.
    const manifest = {
      'sha256:a90a7bfc04f723bb6d6da297c36877060bcd5c86a5ac14c997d7ccc9c8bd1fd2':
        'query Tagihan($tahun: Int) { taxBills(year: $tahun) { nop total year } }',
    };
    expect(createTrustedDocuments(Object.values(manifest)).ids).toEqual(Object.keys(manifest));
  });
});

describe('no document', () => {
  it.each([
    '',
    'sha256:',
    sha256('{ a }'),
    sha256(spaced).slice(1),
    `${sha256(spaced)}0`,
    `md5:${sha256(spaced)}`,
    `sha256:sha256:${sha256(spaced)}`,
    ` ${sha256(spaced)}`,
    `${sha256(spaced)}\n`,
    '__proto__',
    'constructor',
  ])('is found by %j', (id) => {
    expect(documents.findText(id)).toBeUndefined();
  });
});

describe('a text that is not GraphQL', () => {
  it('is refused when it is registered, with its place', () => {
    expect(() => createTrustedDocuments([other, '{ a'])).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: 'Registered operation 2 is not GraphQL.' }),
    );
  });
});
