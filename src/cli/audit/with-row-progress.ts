import { withProgress } from '../with-progress.ts';

/** Says on a terminal how many rows a long run has been through. */
export function withRowProgress<Result>(
  what: string,
  work: (onRows: (rows: number) => void) => Promise<Result>,
): Promise<Result> {
  let seen = 0;
  const onRows = (rows: number): void => {
    seen = rows;
  };
  return withProgress(
    () => `${what}, ${seen.toLocaleString('en')} rows`,
    () => work(onRows),
  );
}
