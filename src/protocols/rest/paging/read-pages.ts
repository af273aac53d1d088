import { CallFailure } from '../../../outbound/index.ts';
import type { OperationSpec, TakeFurther } from '../../protocol.ts';
import type { Address } from '../address.ts';
import { compileTotal } from './compile-total.ts';
import { type AskPage, compileWalk } from './page-walk.ts';
import { DEFAULT_MAX_PAGES, type PagesSpec } from './pages-spec.ts';

/**
 * Reads all pages of one question; gives the first page's answer with the rows of all in its list.
 * @throws CallFailure; a list that could not be read to its end is a failure, never a list cut short.
 */
export type ReadPages = (ask: AskPage, takeFurther: TakeFurther | undefined) => Promise<unknown>;

/** Compiles an operation's `pages`. */
export function compilePages(spec: PagesSpec, operation: OperationSpec, address: Address): ReadPages {
  const { list, begin } = compileWalk(spec, operation, address);
  const maxPages = spec.maxPages ?? DEFAULT_MAX_PAGES;
  const readTotal = compileTotal(spec.total);
  return async (ask, takeFurther) => {
    const walk = begin();
    const { content, rows } = await walk.next(ask);
    if (rows === undefined) return content;
    const all = [...rows];
    for (let read = 1; walk.hasNext(); read++) {
      if (read === maxPages) throw new CallFailure('badAnswer', `more than the ${maxPages} pages that it may have`);
      await takeFurther?.();
      const further = await walk.next(ask);
      for (const row of further.rows ?? []) all.push(row);
    }
    const total = readTotal(content);
    if (total !== undefined && total !== all.length)
      throw new CallFailure('badAnswer', 'another number of rows than the total that it gives itself');
    return list.replace(content, all);
  };
}
