import { type Kysely, sql } from 'kysely';

/**
 * Makes the tables of the city's figures. What each record adds lies beside its copy; triggers keep the sums of days, of
 * months and of all time in the same transaction, whatever changes or removes a record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table copies add column opd text`.execute(db);
  // Records of a month, person by person: activities, attendance, payments.
  await sql`
    create index copies_by_day on copies (stream, submitted_on, subject)
    where status is null and submitted_on is not null
  `.execute(db);
  await sql`
    create table city_facts (
      stream int not null,
      key bytea not null,
      kind text not null check (kind in ('application', 'complaint', 'survey')),
      opd text not null,
      service text not null,
      measures jsonb not null,
      primary key (stream, key),
      foreign key (stream, key) references copies (stream, key) on delete cascade
    )
  `.execute(db);
  await sql`
    create table city_totals (stream int, kind text, opd text, service text, measure text, amount bigint not null,
      primary key (stream, kind, opd, service, measure))
  `.execute(db);
  for (const [table, column] of [
    ['city_months', 'month'],
    ['city_days', 'day'],
  ] as const) {
    await sql`
      create table ${sql.raw(table)} (stream int, kind text, opd text, service text, measure text, ${sql.raw(column)} date,
        amount bigint not null, primary key (stream, kind, opd, service, measure, ${sql.raw(column)}))
    `.execute(db);
    await sql`create index ${sql.raw(`${table}_by_${column}`)} on ${sql.raw(table)} (${sql.raw(column)})`.execute(db);
  }
  for (const [event, added, removed] of [
    ['insert', true, false],
    ['update', true, true],
    ['delete', false, true],
  ] as const) {
    await sql`${sql.raw(writeFunction(event, added, removed))}`.execute(db);
    const tables = [added && 'new table as added', removed && 'old table as removed'].filter(Boolean).join(' ');
    await sql`
      create trigger ${sql.raw(`city_facts_${event}`)} after ${sql.raw(event)} on city_facts
      referencing ${sql.raw(tables)} for each statement execute function ${sql.raw(`city_count_${event}`)}()
    `.execute(db);
  }
}

const KEY = 'stream, kind, opd, service, measure';

function writeFunction(event: string, added: boolean, removed: boolean): string {
  const read = (table: string, sign: string) => `
    select f.stream, f.kind, f.opd, f.service, m ->> 0 as measure, (m ->> 1)::date as day, ${sign}(m ->> 2)::bigint as amount
    from ${table} f, jsonb_array_elements(f.measures) m`;
  const all = [added && read('added', ''), removed && read('removed', '-')].filter(Boolean).join(' union all ');
  const upsert = (table: string, column: string | undefined, select: string, condition: string) => `
    insert into ${table} as t (${KEY}${column ? `, ${column}` : ''}, amount)
    ${select} ${condition} group by ${column ? '1, 2, 3, 4, 5, 6' : '1, 2, 3, 4, 5'} having sum(amount) <> 0
    order by ${column ? '1, 2, 3, 4, 5, 6' : '1, 2, 3, 4, 5'}
    on conflict (${KEY}${column ? `, ${column}` : ''}) do update set amount = t.amount + excluded.amount`;
  // `days:12`, `sex:P`: told apart by what stands behind the colon, and only asked for by month.
  const notSplit = "where measure not like '%:%'";
  return `
    create function city_count_${event}() returns trigger language plpgsql as $body$
    begin
      with changes as (${all}), net as materialized (
        select ${KEY}, day, sum(amount) as amount from changes group by ${KEY}, day having sum(amount) <> 0
      ), in_days as (${upsert('city_days', 'day', `select ${KEY}, day, sum(amount) from net`, notSplit)}),
      in_months as (${upsert('city_months', 'month', `select ${KEY}, date_trunc('month', day)::date, sum(amount) from net`, '')})
      ${upsert('city_totals', undefined, `select ${KEY}, sum(amount) from net`, notSplit)};
      return null;
    end $body$`;
}
