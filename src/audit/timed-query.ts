import type { QueryConfig } from 'pg';

interface TimedQuery extends QueryConfig {
  /** Read by pg, though its types do not know it. */
  readonly query_timeout: number;
}

const ANSWER_TIMEOUT_MS = 15_000;

/** Makes a query that fails when the server has vanished without a word, so that whoever waits for the log does not wait forever. */
export function timedQuery(text: string, values: unknown[] = [], name?: string): TimedQuery {
  return { text, values, query_timeout: ANSWER_TIMEOUT_MS, ...(name === undefined ? {} : { name }) };
}
