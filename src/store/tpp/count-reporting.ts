import type { Database } from '../database.ts';
import { inTransaction } from '../outbox/transaction.ts';

// Which days stand otherwise than when they were counted: activities, people, and how many employees there are.
const CHANGED = `
  with streams as (select id, split_part(name, '/', 3) as type from sync_streams where is_complete),
  staff as (select sum(s.records) as employees from streams t join sync_streams s on s.id = t.id where t.type = 'Employee'),
  days as (
    select c.submitted_on as day, count(*) as activities, count(distinct c.subject) as people
    from copies c join streams t on t.id = c.stream
    where t.type = 'DailyActivity' and c.status is null and c.submitted_on between $1 and $2 and c.subject is not null group by 1
  )
  select d.day::text, concat_ws(' ', d.activities, d.people, staff.employees) as mark from days d cross join staff
  where extract(isodow from d.day) < 6 and d.day <> all($3::date[])`;
const KNOWN = 'select day::text, mark from reporting_marks where day between $1 and $2';
const COUNT = `
  with streams as (select id, split_part(name, '/', 3) as type from sync_streams where is_complete),
  staff as (
    select c.subject, min(c.opd) as opd from copies c join streams t on t.id = c.stream
    where t.type = 'Employee' and c.subject is not null and c.opd is not null group by 1
  ),
  reported as (
    select distinct c.submitted_on as day, c.subject from copies c join streams t on t.id = c.stream
    where t.type = 'DailyActivity' and c.status is null and c.submitted_on = any($1::date[]) and c.subject is not null
  ),
  by_opd as (select opd, count(*) as employees from staff group by 1),
  counts as (select r.day, s.opd, count(*) as reported from reported r join staff s on s.subject = r.subject group by 1, 2)
  insert into reporting_days (day, opd, employees, reported)
  select d.day, o.opd, o.employees, coalesce(c.reported, 0) from unnest($1::date[]) as d (day) cross join by_opd o
  left join counts c on c.day = d.day and c.opd = o.opd`;
const NOTE = `
  insert into reporting_marks (day, mark, counted_at) select *, $3 from unnest($1::date[], $2::text[])
  on conflict (day) do update set mark = excluded.mark, counted_at = excluded.counted_at`;

/**
 * Counts per working day and OPD how many employees reported, for the days from one to another that have changed since they
 * were counted; `holidays` are no working days. Gives the days that it has counted.
 */
export async function countReporting(
  { pool }: Database,
  span: { readonly from: string; readonly to: string; readonly holidays: readonly string[] },
  nowMs: number,
): Promise<readonly string[]> {
  return inTransaction(pool, async (client) => {
    // Of two at once the second finds all counted.
    await client.query("select pg_advisory_xact_lock(hashtextextended('reporting', 0))");
    const { rows: now } = await client.query<{ day: string; mark: string }>(CHANGED, [
      span.from,
      span.to,
      span.holidays,
    ]);
    const { rows: kept } = await client.query<{ day: string; mark: string }>(KNOWN, [span.from, span.to]);
    const known = new Map(kept.map(({ day, mark }) => [day, mark]));
    const changed = now.filter(({ day, mark }) => known.get(day) !== mark);
    const days = changed.map(({ day }) => day);
    if (days.length === 0) return days;
    await client.query('delete from reporting_days where day = any($1::date[])', [days]);
    await client.query(COUNT, [days]);
    await client.query(NOTE, [days, changed.map(({ mark }) => mark), new Date(nowMs)]);
    return days;
  });
}
