import type { FormatError } from '../errors.ts';
import type { Metrics } from './metrics.ts';

/** Formats errors as before and counts each by its code. */
export function countErrors(formatError: FormatError, metrics: Metrics): FormatError {
  return (formatted, error) => {
    const answer = formatError(formatted, error);
    const { code, opd } = answer.extensions ?? {};
    metrics.countError(String(code ?? 'INTERNAL'), typeof opd === 'string' ? opd : undefined);
    return answer;
  };
}
