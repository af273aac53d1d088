import { CallFailure } from '../../../outbound/index.ts';
import { compilePlace } from '../place.ts';

/** Reads how many rows a list says that it has; undefined where the file names no such place. @throws CallFailure badAnswer */
export type ReadTotal = (content: unknown) => number | undefined;

/** Compiles `pages.total`. */
export function compileTotal(path: string | undefined): ReadTotal {
  if (path === undefined) return () => undefined;
  const place = compilePlace(path);
  return (content) => {
    const total = place?.read(content);
    const isNumber = typeof total === 'number' || (typeof total === 'string' && /^\d+$/.test(total));
    if (!isNumber) throw new CallFailure('badAnswer', 'no number where the total of its rows should be');
    return Number(total);
  };
}
