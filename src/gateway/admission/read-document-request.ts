import { HubError } from '../../base/hub-error.ts';
import { findHash, hashText } from './document-id.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface DocumentRequest {
  /** The document to run, or undefined when the request has none, which is the server's to report. */
  readonly text: string | undefined;
}

/**
 * Reads which document a request asks for: its `query`, or the registered text behind its id. An id is a `documentId`
 * (GraphQL over HTTP, appendix on persisted documents) or `extensions.persistedQuery.sha256Hash` (Apollo). Takes a
 * parsed JSON body, or the parameters of an address, where `extensions` is JSON text; changes neither.
 * @throws HubError DOCUMENT_UNKNOWN for an id without a text; BAD_REQUEST for a query that is not what its id says, and
 * for a query or id that is not text.
 */
export function readDocumentRequest(body: unknown, trusted: TrustedDocuments | undefined): DocumentRequest {
  if (!isRecord(body)) return { text: undefined };
  const query = readText(body, 'query');
  const [id, ...others] = readIds(body);
  if (id === undefined) return { text: query };
  const hash = findHash(id);
  if (others.some((other) => findHash(other) !== hash)) {
    throw new HubError('BAD_REQUEST', 'The request names two different documents.', {
      fix: 'Send documentId or extensions.persistedQuery, not both.',
    });
  }
  return { text: query === undefined ? getText(id, trusted) : getMatching(query, hash) };
}

function getText(id: string, trusted: TrustedDocuments | undefined): string {
  const text = trusted?.findText(id);
  if (text !== undefined) return text;
  throw new HubError('DOCUMENT_UNKNOWN', 'No operation is registered under this id.', {
    fix: 'Send the text itself as query, or an id that is the sha256 of an operation in schema/operations.',
  });
}

function getMatching(query: string, hash: string | undefined): string {
  if (hashText(query) === hash) return query;
  throw new HubError('BAD_REQUEST', 'The query and the id that came with it are not the same document.', {
    fix: 'Send one of them, or as the id the sha256 of the query exactly as it is sent, in hexadecimal digits.',
  });
}

function readIds(body: Fields): string[] {
  const persisted = ownValue(readExtensions(body), 'persistedQuery');
  if (!isMissing(persisted) && !isRecord(persisted)) throw malformed('extensions.persistedQuery', 'an object');
  const ids = [readText(body, 'documentId'), isRecord(persisted) ? readText(persisted, 'sha256Hash') : undefined];
  return ids.filter((id) => id !== undefined);
}

function readExtensions(body: Fields): Fields {
  const given = ownValue(body, 'extensions');
  const extensions = typeof given === 'string' ? parseExtensions(given) : given;
  return isRecord(extensions) ? extensions : {};
}

function parseExtensions(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw malformed('extensions', 'a JSON object');
  }
}

/** Null and the empty text are what clients send that always write every key. */
function readText(fields: Fields, name: string): string | undefined {
  const value = ownValue(fields, name);
  if (isMissing(value) || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw malformed(name, 'one text');
}

function malformed(name: string, expected: string): HubError {
  return new HubError('BAD_REQUEST', `The request's ${name} must be ${expected}.`);
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads what the client sent, never what the prototype of an object holds. */
function ownValue(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isMissing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
