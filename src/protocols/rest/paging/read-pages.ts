import { CallFailure } from '../../../outbound/index.ts';
import { EmptyAnswer, type OperationSpec, type TakeFurther } from '../../protocol.ts';
import type { Address } from '../address.ts';
import { compilePlace } from '../place.ts';
import { compilePageList, type PageList } from './page-list.ts';
import { DEFAULT_MAX_PAGES, type PagesSpec } from './pages-spec.ts';
import { createWay, type Page, type Step } from './ways.ts';

/** Asks for one page. */
export type AskPage = (step: Step) => Promise<Omit<Page, 'rows'>>;

/**
 * Reads all pages of one question; gives the first page's answer with the rows of all in its list.
 * @throws CallFailure; a list that could not be read to its end is a failure, never a list cut short.
 */
export type ReadPages = (ask: AskPage, takeFurther: TakeFurther | undefined) => Promise<unknown>;

/** Compiles an operation's `pages`. */
export function compilePages(spec: PagesSpec, { spec: operation, judge }: OperationSpec, address: Address): ReadPages {
  const list = compilePageList(String(operation.rows));
  if (!list) throw new Error('pages of an operation without a list');
  const way = createWay(spec, address);
  const maxPages = spec.maxPages ?? DEFAULT_MAX_PAGES;
  const checkTotal = compileTotal(spec.total);
  return async (ask, takeFurther) => {
    const first = await ask(way.first);
    const firstRows = first.content instanceof EmptyAnswer ? undefined : list.find(first.content);
    // It says something else than a list, which is for whoever called to judge.
    if (firstRows === undefined) return first.content;
    const all = [...firstRows];
    let page: Page = { ...first, rows: firstRows };
    let step = way.first;
    for (let read = 1; ; read++) {
      const next = way.findNext(page, step);
      if (next === undefined) break;
      if (next === step) throw repeated();
      if (read === maxPages) throw new CallFailure('badAnswer', `more than the ${maxPages} pages that it may have`);
      await takeFurther?.();
      const further = await ask(next);
      const rows = findFurtherRows(further.content, list, judge);
      if (rows.length > 0 && isSame(rows, page.rows)) throw repeated();
      for (const row of rows) all.push(row);
      page = { ...further, rows };
      step = next;
    }
    checkTotal(first.content, all.length);
    return list.replace(first.content, all);
  };
}

/** A page behind the first is judged here, because nobody else sees what it says beside its rows. */
function findFurtherRows(content: unknown, list: PageList, judge: OperationSpec['judge']): readonly unknown[] {
  // Judged even when it is known to be empty: it may say why.
  const verdict = judge?.(content);
  if (verdict === 'empty' || content instanceof EmptyAnswer) return [];
  const rows = list.find(content);
  if (rows === undefined) throw new CallFailure('badAnswer', 'a page without its list');
  return rows;
}

/** Compared by their rows: the texts around them may tell the time, or repeat the number that was asked for. */
function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}

function repeated(): CallFailure {
  return new CallFailure('badAnswer', 'the same page again, so it does not heed which one is asked for');
}

function compileTotal(path: string | undefined): (content: unknown, count: number) => void {
  if (path === undefined) return () => {};
  const place = compilePlace(path);
  return (content, count) => {
    const total = place?.read(content);
    const isNumber = typeof total === 'number' || (typeof total === 'string' && /^\d+$/.test(total));
    if (!isNumber) throw new CallFailure('badAnswer', 'no number where the total of its rows should be');
    if (Number(total) !== count)
      throw new CallFailure('badAnswer', 'another number of rows than the total that it gives itself');
  };
}
