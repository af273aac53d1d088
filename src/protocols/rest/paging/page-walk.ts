import { CallFailure } from '../../../outbound/index.ts';
import { EmptyAnswer, type OperationSpec } from '../../protocol.ts';
import type { Address } from '../address.ts';
import { compilePageList, type PageList } from './page-list.ts';
import type { PagesSpec } from './pages-spec.ts';
import { createWay, type Page, type Step } from './ways.ts';

/** Asks for one page. */
export type AskPage = (step: Step) => Promise<Omit<Page, 'rows'>>;

/** A page as it was walked over; one without rows says something else, which is for whoever called to judge. */
export interface WalkedPage {
  readonly content: unknown;
  readonly rows: readonly unknown[] | undefined;
}

/** A way through the pages of one question; a page that failed can be asked for again. */
export interface PageWalk {
  /** Whether a further page is to be asked for. @throws CallFailure when the last page says nonsense about it. */
  hasNext(): boolean;
  /** @throws CallFailure also for a page that comes again, because then nobody knows which are missing. */
  next(ask: AskPage): Promise<WalkedPage>;
}

/** Compiles an operation's `pages` to walks. */
export function compileWalk(
  spec: PagesSpec,
  { spec: operation, judge }: OperationSpec,
  address: Address,
): { readonly list: PageList; begin(): PageWalk } {
  const list = compilePageList(String(operation.rows));
  if (!list) throw new Error('pages of an operation without a list');
  const way = createWay(spec, address);
  const begin = (): PageWalk => {
    let last: Page | undefined;
    let step: Step | undefined = way.first;
    return {
      hasNext: () => step !== undefined,
      next: async (ask) => {
        const asked = step as Step;
        const page = await ask(asked);
        const rows = last ? findFurtherRows(page.content, list, judge) : findFirstRows(page.content, list);
        if (rows === undefined) {
          step = undefined;
          return { content: page.content, rows };
        }
        if (last && rows.length > 0 && isSame(rows, last.rows)) throw repeated();
        const next = way.findNext({ ...page, rows }, asked);
        if (next !== undefined && next === asked) throw repeated();
        last = { ...page, rows };
        step = next;
        return { content: page.content, rows };
      },
    };
  };
  return { list, begin };
}

function findFirstRows(content: unknown, list: PageList): readonly unknown[] | undefined {
  return content instanceof EmptyAnswer ? undefined : list.find(content);
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
