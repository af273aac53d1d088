import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import { readDocumentRequest } from './read-document-request.ts';
import { createTrustedDocuments } from './trusted-documents.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const text = 'query   Me { me { name } }';
const id = sha256(text);
const printedId = sha256(print(parse(text)));
const query = '{ opds { code } }';
const trusted = createTrustedDocuments([text]);

const persisted = (sha256Hash: unknown): object => ({ persistedQuery: { version: 1, sha256Hash } });

/** What a request asks for: the text, nothing, or the code of the refusal. */
function read(body: unknown): unknown {
  try {
    return readDocumentRequest(body, trusted);
  } catch (error) {
    if (error instanceof HubError) return error.code;
    throw error;
  }
}

describe('a request asks for', () => {
  it.each<[string, unknown, string | undefined]>([
    ['its query', { query }, query],
    ['its query, registered or not', { query, variables: { a: 1 }, operationName: 'Me' }, query],
    ['its query beside other extensions', { query, extensions: { tracing: true } }, query],
    ['its query when all else is null', { query, documentId: null, extensions: null, variables: null }, query],
    ['its query when the id is empty', { query, documentId: '', extensions: persisted(null) }, query],
    ['the text behind documentId', { documentId: id }, text],
    ['the text behind documentId with its prefix', { documentId: `sha256:${id}` }, text],
    ['the text behind documentId in capitals', { documentId: id.toUpperCase() }, text],
    ['the text behind the id of its printed form', { documentId: printedId }, text],
    ['the text behind documentId when the query is null', { query: null, documentId: id }, text],
    ['the text behind documentId when the query is empty', { query: '', documentId: id }, text],
    ['the text behind Apollo’s hash', { extensions: persisted(id) }, text],
    ['the text behind Apollo’s hash in an address', { extensions: JSON.stringify(persisted(id)) }, text],
    ['the text behind documentId in an address', { documentId: id, variables: '{"a":1}', extensions: '{}' }, text],
    ['the text behind the same id twice', { documentId: id, extensions: persisted(`sha256:${id}`) }, text],
    ['its query with its own hash', { query, documentId: sha256(query) }, query],
    ['its query with its own hash, Apollo’s way', { query, extensions: persisted(sha256(query)) }, query],
    ['its registered query with its hash', { query: text, documentId: id }, text],
    ['nothing', {}, undefined],
    ['nothing by an empty query', { query: '' }, undefined],
    ['nothing by extensions that are a list', { extensions: [persisted(id)] }, undefined],
    ['nothing by what a prototype holds', Object.create({ query, documentId: id }), undefined],
    [
      'nothing by a key named as the prototype',
      JSON.parse(`{"__proto__":{"query":"{a}","documentId":"${id}"}}`),
      undefined,
    ],
    ['its query in an object without prototype', Object.assign(Object.create(null), { query }), query],
  ])('%s', (_name, body, expected) => {
    expect(read(body)).toEqual({ text: expected });
  });

  it.each([undefined, null, 1, true, 'query', [], [{ query }], [{ documentId: id }]])(
    'nothing by a body of %j',
    (body) => {
      expect(read(body)).toEqual({ text: undefined });
    },
  );
});

describe('refused is', () => {
  it.each<[string, unknown, string]>([
    ['an unknown id', { documentId: sha256(query) }, 'DOCUMENT_UNKNOWN'],
    ['an id that is no hash', { documentId: 'home' }, 'DOCUMENT_UNKNOWN'],
    ['an id of another kind', { documentId: `md5:${id}` }, 'DOCUMENT_UNKNOWN'],
    ['an unknown hash of Apollo', { extensions: persisted('f'.repeat(64)) }, 'DOCUMENT_UNKNOWN'],
    ['a query with the id of another text', { query, documentId: id }, 'BAD_REQUEST'],
    ['a query with the hash of another text', { query, extensions: persisted(id) }, 'BAD_REQUEST'],
    ['a query with an id that is no hash', { query, documentId: 'home' }, 'BAD_REQUEST'],
    ['a registered query with the id of its printed form', { query: text, documentId: printedId }, 'BAD_REQUEST'],
    ['two ids', { documentId: id, extensions: persisted(sha256(query)) }, 'BAD_REQUEST'],
    [
      'two ids, one of them the query’s',
      { query, documentId: sha256(query), extensions: persisted(id) },
      'BAD_REQUEST',
    ],
    ['a query in a list', { query: [query] }, 'BAD_REQUEST'],
    ['a parsed query', { query: parse(query) }, 'BAD_REQUEST'],
    ['a query that is a number', { query: 0 }, 'BAD_REQUEST'],
    ['an id in a list', { documentId: [id, id] }, 'BAD_REQUEST'],
    ['an id that is an object', { documentId: { toString: id } }, 'BAD_REQUEST'],
    ['an id that is false', { query, documentId: false }, 'BAD_REQUEST'],
    ['a hash that is a number', { extensions: persisted(1) }, 'BAD_REQUEST'],
    ['a persistedQuery that is a text', { extensions: { persistedQuery: id } }, 'BAD_REQUEST'],
    ['a persistedQuery that is a list', { extensions: { persistedQuery: [{ sha256Hash: id }] } }, 'BAD_REQUEST'],
    ['extensions in an address that are no JSON', { query, extensions: '{' }, 'BAD_REQUEST'],
    ['extensions in an address that are empty', { query, extensions: '' }, 'BAD_REQUEST'],
  ])('%s', (_name, body, code) => {
    expect(read(body)).toBe(code);
  });

  it('any id when nothing is registered', () => {
    const unknown = expect.objectContaining({ code: 'DOCUMENT_UNKNOWN', fix: expect.stringContaining('query') });
    expect(() => readDocumentRequest({ documentId: id }, undefined)).toThrow(unknown);
    expect(() => readDocumentRequest({ extensions: persisted(id) }, undefined)).toThrow(unknown);
  });
});

describe('reading a request', () => {
  it('needs nothing registered for a query, with its id or without', () => {
    expect(readDocumentRequest({ query }, undefined)).toEqual({ text: query });
    expect(readDocumentRequest({ query, documentId: sha256(query) }, undefined)).toEqual({ text: query });
  });

  it('changes nothing of it', () => {
    const body = { documentId: id, extensions: persisted(id), variables: { a: 1 } };
    const before = structuredClone(body);
    readDocumentRequest(body, trusted);
    expect(body).toEqual(before);
  });

  it('repeats nothing of what the client sent', () => {
    const bodies = [{ documentId: 'rahasia' }, { query: 'rahasia', documentId: 'rahasia' }, { query: ['rahasia'] }];
    for (const body of [...bodies, { extensions: '{rahasia' }]) {
      expect(() => readDocumentRequest(body, trusted)).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('rahasia') }),
      );
    }
  });
});
