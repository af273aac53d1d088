import type { OperationMistake } from '../protocol.ts';
import type { DecryptSpec } from './decrypt.ts';
import { checkPages } from './paging/check-pages.ts';
import { compilePlace } from './place.ts';
import { listRequestParameters } from './request-template.ts';

/** What of an operation cannot be carried out. */
export function checkOperation(operation: Readonly<Record<string, unknown>>): readonly OperationMistake[] {
  const { get, post, decrypt } = operation as { get?: unknown; post?: unknown; decrypt?: DecryptSpec };
  if (typeof get !== 'string' && typeof post !== 'string') {
    const suggestion = 'write get: /… or post: /…';
    return [{ key: 'source', message: 'is a web service, and there is no path to ask', suggestion }];
  }
  const mistakes = [...checkPages(operation, listRequestParameters(operation).all)];
  if (!hasPath(decrypt))
    mistakes.push({ key: 'decrypt', message: 'has a path that is none', suggestion: 'write it like: path: data' });
  return mistakes;
}

/** Whether an encrypted text stands at a place that can be found. */
export function hasPath(decrypt: DecryptSpec | undefined): boolean {
  return compilePlace(decrypt?.path ?? '') !== undefined;
}
