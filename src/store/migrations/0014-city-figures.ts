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
  for (const { table, key } of SUMS) {
    const columns = key.map((name) => `${name} ${TYPES[name] ?? 'text'} not null`).join(', ');
    // Rows that are raised again and again: room for them on their own page spares the index.
    await sql`
      create table ${sql.raw(table)} (${sql.raw(columns)}, amount bigint not null, primary key (${sql.raw(key.join(', '))}))
      with (fillfactor = 60)
    `.execute(db);
  }
  await sql`create index city_days_by_day on city_days (day)`.execute(db);
  await sql`create index city_months_by_month on city_months (month)`.execute(db);
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

const TYPES: Readonly<Record<string, string>> = { stream: 'int', month: 'date', day: 'date' };
const STOCK = `measure in ('received', 'decided', 'overdueFrom', 'overdueUntil')`;
const BY_OPD = ['stream', 'kind', 'opd', 'measure'] as const;

/** How something stands on a day is told from the first two, what came about in a span from the others. */
const SUMS: readonly { table: string; key: readonly string[]; only: string }[] = [
  { table: 'city_totals', key: BY_OPD, only: STOCK },
  { table: 'city_days', key: [...BY_OPD, 'day'], only: STOCK },
  { table: 'city_months', key: [...BY_OPD, 'month'], only: 'true' },
  // Attributes of people are told of an OPD, never of a service.
  { table: 'city_service_months', key: [...BY_OPD, 'service', 'month'], only: `measure !~ '^(sex|age):'` },
];

function writeFunction(event: string, added: boolean, removed: boolean): string {
  const read = (table: string, sign: string) => `
    select f.stream, f.kind, f.opd, f.service, m ->> 0 as measure, (m ->> 1)::date as day, ${sign}(m ->> 2)::bigint as amount
    from ${table} f, jsonb_array_elements(f.measures) m`;
  const changes = [added && read('added', ''), removed && read('removed', '-')].filter(Boolean).join(' union all ');
  // In the order of the keys, so that two streams of one OPD never wait for each other in a circle.
  const upserts = SUMS.map(({ table, key, only }) => {
    const list = key.join(', ');
    return `insert into ${table} as t (${list}, amount)
      select ${list}, sum(amount) from net where ${only} group by ${list} having sum(amount) <> 0 order by ${list}
      on conflict (${list}) do update set amount = t.amount + excluded.amount`;
  });
  const last = upserts.pop();
  return `
    create function city_count_${event}() returns trigger language plpgsql as $body$
    begin
      with net as materialized (
        select stream, kind, opd, service, measure, day, date_trunc('month', day)::date as month, sum(amount) as amount
        from (${changes}) changes group by 1, 2, 3, 4, 5, 6 having sum(amount) <> 0
      ), ${upserts.map((upsert, at) => `part${at} as (${upsert})`).join(', ')}
      ${last};
      return null;
    end $body$`;
}
