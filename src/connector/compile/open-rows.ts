import type { Guard } from '../../outbound/index.ts';
import type { Call, CallArguments, OpenPages } from '../../protocols/protocol.ts';

/** A page of rows before they are mapped. */
export interface RowsPage {
  readonly answer: unknown;
  readonly rows: readonly unknown[];
  /** How many rows the system says that all pages have; only the first page says it. */
  readonly total: number | undefined;
}

/** The pages of one question; one that failed can be asked for again. */
export interface RowsReading {
  hasNext(): boolean;
  /** @throws HubError OPD_… */
  next(): Promise<RowsPage>;
}

export interface OpenRowsParts {
  readonly guard: Guard;
  readonly call: Call;
  readonly openPages: OpenPages | undefined;
  rowsOf(answer: unknown): readonly unknown[];
  /** @throws HubError OPD_… in place of what a call failed with. */
  refuse(error: unknown): never;
}

/** Compiles how an operation's rows are read for a job: each page is a call of its own, so that people's come between. */
export function compileOpenRows({ guard, call, openPages, rowsOf, refuse }: OpenRowsParts) {
  return (args: CallArguments): RowsReading => {
    const pages = openPages?.(args);
    let isRead = false;
    const ask = (deadlineMs: number, takeFurther: () => void | Promise<void>) =>
      pages ? pages.next(deadlineMs) : call(args, deadlineMs, takeFurther).then(asPage);
    return {
      hasNext: () => (pages ? pages.hasNext() : !isRead),
      next: () =>
        guard
          .pass(true, ask, true)
          .then(({ content, total }) => {
            const rows = rowsOf(content);
            isRead = true;
            return { answer: content, rows, total };
          })
          .catch(refuse),
    };
  };
}

const asPage = (content: unknown) => ({ content, total: undefined });
