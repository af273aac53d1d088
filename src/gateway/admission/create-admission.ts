import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { HubError } from '../../base/hub-error.ts';
import { checkDocument } from './check-document.ts';
import type { OperationLimits } from './operation-limits.ts';
import { scanTokens } from './scan-tokens.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface AdmissionOptions {
  readonly limits: OperationLimits;
  /** When given, nothing else is admitted. */
  readonly trusted?: TrustedDocuments | undefined;
}

export interface Admission {
  /**
   * Returns for a document that the server may parse, validate and run. A syntax error is let through, for the server
   * to report with its location.
   * @throws HubError OPERATION_TOO_LARGE, DOCUMENT_NOT_TRUSTED
   */
  admit(text: string): void;
}

// As many as the server keeps documents of.
const MAX_KNOWN_TEXTS = 1000;
// A text may be as long as a request's body (256 kB): a thousand of those would be a quarter of a gigabyte.
const MAX_KNOWN_CHARACTERS = 8 * 1024 * 1024;

/** Creates what every request's document passes first; one that was admitted before costs a look-up by its text. */
export function createAdmission({ limits, trusted }: AdmissionOptions): Admission {
  const admitted = new LRUCache<string, true>({
    max: MAX_KNOWN_TEXTS,
    maxSize: MAX_KNOWN_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });
  return {
    admit(text) {
      if (admitted.get(text)) return;
      if (trusted && !trusted.has(text)) throw notTrusted();
      const document = scanTokens(text, limits.maxTokens) ? findDocument(text) : undefined;
      if (!document) return;
      checkDocument(document, limits);
      admitted.set(text, true);
    },
  };
}

function findDocument(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function notTrusted(): HubError {
  return new HubError('DOCUMENT_NOT_TRUSTED', 'Only registered operations run here, and this is not one of them.', {
    fix: 'Send a registered operation, by documentId or with its exact text; the operations are in schema/operations.',
  });
}
