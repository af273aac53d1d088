import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';
import { listMonthStreams } from './month-cursor.ts';

const COMPUTED = 'select month, computed_at, streams from allowance_months where month = any($1::text[])';

/**
 * Which of these months should be computed: those that were not since a moment, and those that were while fewer streams had
 * been read in whole. None while it is not known who is employed.
 */
export function listDueMonths(
  { pool }: Database,
  months: readonly string[],
  sinceMs: number,
): Promise<readonly string[]> {
  return withStoreErrors(async () => {
    const streams = await listMonthStreams(pool);
    if (!streams.some(({ type }) => type === 'Employee')) return [];
    const { rows } = await pool.query<{ month: string; computed_at: Date; streams: number }>(COMPUTED, [months]);
    const current = rows.filter((row) => row.computed_at.getTime() >= sinceMs && row.streams >= streams.length);
    return months.filter((month) => !current.some((row) => row.month === month));
  });
}
