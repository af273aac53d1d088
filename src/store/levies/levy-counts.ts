import type { LevyCount, LevyCounts, MonthlyLevyCount } from '../../ports/levy-counts.ts';
import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';

const SUMS = `count(*)::int as received, (count(*) filter (where state <> 'closed'))::int as open`;
const UNTIL = `select opd, ${SUMS} from levy_reports where received_on <= $1::date group by opd order by opd`;
const BY_MONTH = `
  select opd, service, to_char(received_on, 'YYYY-MM') as month, ${SUMS} from levy_reports
  where received_on >= ($1 || '-01')::date and received_on < ($2 || '-01')::date + interval '1 month'
  group by opd, service, month order by opd, service nulls first, month`;

/** Creates the counts of reports, by the day on which the hub received them. */
export function createLevyCounts({ pool }: Pick<Database, 'pool'>): LevyCounts {
  const query = <Row extends object>(text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<Row>(text, values)).rows);
  return {
    countUntil: (day) => query<LevyCount>(UNTIL, [day]),
    countByMonth: async (from, to) => {
      const rows = await query<Omit<MonthlyLevyCount, 'service'> & { service: string | null }>(BY_MONTH, [from, to]);
      return rows.map(({ service, ...row }) => ({ ...row, service: service ?? undefined }));
    },
  };
}
