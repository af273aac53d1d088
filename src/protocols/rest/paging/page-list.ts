import { CallFailure } from '../../../outbound/index.ts';
import { compilePlace, type Place } from '../place.ts';

/** Where the list of records stands in every page, as `rows` of an operation says it. */
export interface PageList {
  /** The rows of a page; undefined when it has no list, so that it says something else. @throws CallFailure badAnswer. */
  find(content: unknown): readonly unknown[] | undefined;
  /** The page with other rows in its list. */
  replace(content: unknown, rows: readonly unknown[]): unknown;
}

/** Compiles `data[]`, or `data[]?` where a single record may stand for a list of one; undefined for anything else. */
export function compilePageList(rows: string): PageList | undefined {
  const match = /^(.*)\[\](\?)?$/.exec(rows);
  const place = match && compilePlace(match[1] ?? '');
  if (!place) return undefined;
  return { find: match[2] ? findListOrOne(place) : findList(place), replace: place.replace };
}

function findList(place: Place): PageList['find'] {
  return (content) => {
    const list = place.read(content);
    if (list === undefined) return undefined;
    // PHP writes null for a list without rows.
    if (list === null) return [];
    if (Array.isArray(list)) return list;
    throw new CallFailure('badAnswer', 'a page with something else where its list should be');
  };
}

function findListOrOne(place: Place): PageList['find'] {
  const find = findList(place);
  return (content) => {
    const one = place.read(content);
    return typeof one === 'object' && one !== null && !Array.isArray(one) ? [one] : find(content);
  };
}
