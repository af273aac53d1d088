import type { Allowances, ReportingDay } from '../../ports/allowances.ts';
import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';

const SUM = `
  select opd, sum(employees)::int as expected, sum(reported)::int as reported from reporting_days
  where day between $1 and $2 group by opd order by opd`;
const MONTHLY = `
  select to_char(day, 'YYYY-MM') as month, opd, sum(employees)::int as expected, sum(reported)::int as reported
  from reporting_days where day >= ($1 || '-01')::date and day < ($2 || '-01')::date + interval '1 month'
  group by 1, 2 order by 1, 2`;
const LIST = `
  select day::text, opd, employees, reported from reporting_days where day between $1 and $2 and opd = $3 order by day`;
const SOURCES = `
  select split_part(name, '/', 1) || '/' || split_part(name, '/', 2) as system, min(as_of) as as_of from sync_streams
  where split_part(name, '/', 3) in ('Employee', 'DailyActivity') and is_complete and as_of is not null
  group by 1 order by 1`;
const DAYS_OF = `
  select c.submitted_on::text as day, count(*)::int as activities from copies c join sync_streams s on s.id = c.stream
  where c.subject = any($1::bytea[]) and split_part(s.name, '/', 3) = 'DailyActivity' and c.content is not null
    and to_char(c.submitted_on, 'YYYY-MM') = $2
  group by 1 order by 1`;

/** Creates the reader of who reported when: counts of OPDs, and an employee's own days. */
export function createReportingStore(
  { pool }: Database,
  subjectsOf: (nip: string) => readonly Buffer[],
): Pick<
  Allowances,
  'sumReporting' | 'sumReportingByMonth' | 'listReportingSources' | 'listReporting' | 'listReportedDays'
> {
  const query = <Row extends object>(text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<Row>(text, values)).rows);
  return {
    sumReporting: (from, to) => query(SUM, [from, to]),
    sumReportingByMonth: (from, to) => query(MONTHLY, [from, to]),
    listReportingSources: async () =>
      (await query<{ system: string; as_of: Date }>(SOURCES, [])).map(({ system, as_of }) => ({
        system,
        asOfMs: as_of.getTime(),
      })),
    listReporting: (from, to, opd) => query<ReportingDay>(LIST, [from, to, opd]),
    listReportedDays: (nip, month) => query(DAYS_OF, [subjectsOf(nip), month]),
  };
}
