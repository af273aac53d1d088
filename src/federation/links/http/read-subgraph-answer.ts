import { CallFailure, type HttpAnswer } from '../../../outbound/index.ts';
import type { SubgraphAnswer } from '../../link.ts';

/**
 * Reads a GraphQL answer out of an HTTP answer. A well-formed one counts whatever its status (GraphQL over HTTP, section
 * 6.4); anything else is a fault of the subgraph, or of a proxy before it.
 * @throws CallFailure
 */
export function readSubgraphAnswer({ status, text, retryAfter }: HttpAnswer): SubgraphAnswer {
  const answer = parseAnswer(text);
  if (answer) return answer;
  if (status >= 500) throw new CallFailure('unavailable', `it answered with HTTP ${status}`, retryIn(retryAfter));
  if (status === 429) throw new CallFailure('quota', 'it wants no more calls for now', retryIn(retryAfter));
  if (status === 401 || status === 403) throw new CallFailure('denied', 'it does not let this gateway in');
  const what = status >= 200 && status < 300 ? 'something that is not a GraphQL answer' : `HTTP ${status}`;
  throw new CallFailure('badAnswer', `it answered with ${what}`);
}

function parseAnswer(text: string): SubgraphAnswer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return 'data' in value || ('errors' in value && Array.isArray(value.errors)) ? (value as SubgraphAnswer) : undefined;
}

function retryIn(header: string | undefined): { retryAfterSeconds?: number } {
  const seconds = Number(header);
  return header !== undefined && Number.isInteger(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {};
}
