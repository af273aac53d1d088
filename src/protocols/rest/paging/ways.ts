import { CallFailure, type HttpAnswer } from '../../../outbound/index.ts';
import type { Address } from '../address.ts';
import type { UnsignedRequest } from '../http-call.ts';
import { compilePlace } from '../place.ts';
import { findNextLink } from './link-header.ts';
import type { PagesSpec } from './pages-spec.ts';

/** What a page is asked by: a number, a cursor, or the path that a link gave; null where the first one needs nothing. */
export type Step = number | string | null;

/** A page as it came. */
export interface Page {
  readonly request: UnsignedRequest;
  readonly answer: HttpAnswer;
  readonly content: unknown;
  readonly rows: readonly unknown[];
}

/** One of the ways in which systems hand out pages. */
export interface Way {
  readonly first: Step;
  /** What the page behind this one is asked by; undefined when this was the last. @throws CallFailure badAnswer. */
  findNext(page: Page, step: Step): Step | undefined;
}

/** Creates the way that an operation's `pages` names, for a system at this address. */
export function createWay(spec: PagesSpec, address: Address): Way {
  const { by, size, first, next = '' } = spec;
  if (by === 'page') return createCounting(first ?? 1, 1, size);
  if (by === 'offset') return createCounting(first ?? 0, size ?? 1, size);
  return by === 'cursor' ? createCursor(next) : createLinkFollowing(address);
}

/** Pages or rows are counted; a page that is not full is the last. */
function createCounting(first: number, stride: number, size: number | undefined): Way {
  return {
    first,
    findNext: ({ rows }, step) => {
      // It does not keep to the size that was asked for, so nobody can tell where the next page begins.
      if (size !== undefined && rows.length > size)
        throw new CallFailure('badAnswer', 'a page with more rows than its size');
      return rows.length < (size ?? 1) ? undefined : Number(step) + stride;
    },
  };
}

/** Each page holds what the next is asked by; how many rows it has says nothing. */
function createCursor(path: string): Way {
  const place = compilePlace(path);
  return {
    first: null,
    findNext: ({ content }) => {
      const cursor = place?.read(content);
      if (cursor === undefined || cursor === null || cursor === '') return undefined;
      if (typeof cursor === 'string' || typeof cursor === 'number') return cursor;
      throw new CallFailure('badAnswer', 'something else where the cursor of the next page should be');
    },
  };
}

/** Each page's Link header names the next; one that leads to another system, or out of this one's path, is not followed. */
function createLinkFollowing({ origin, prefix }: Address): Way {
  return {
    first: null,
    findNext: ({ answer, request }) => {
      const link = findNextLink(answer.link);
      if (link === undefined) return undefined;
      if (link === 'unreadable') throw new CallFailure('badAnswer', 'a Link header that cannot be read');
      const here = origin + prefix + request.path;
      const url = URL.canParse(link.target, here) ? new URL(link.target, here) : undefined;
      if (url?.origin !== origin || url.username !== '' || !url.pathname.startsWith(`${prefix}/`))
        throw new CallFailure('badAnswer', 'a next page at another address');
      return url.pathname.slice(prefix.length) + url.search;
    },
  };
}
