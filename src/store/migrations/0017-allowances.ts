import { type Kysely, sql } from 'kysely';

/**
 * Makes the tables of allowances (TPP): results per employee, sealed but for whose, which month, which OPD and how far; the
 * sums of each OPD and month; how many reported on each day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table allowances (
      id bigserial primary key,
      month char(7) not null,
      subject bytea not null,
      opd text not null,
      standing text not null check (standing in ('proposal', 'confirmed', 'superseded')),
      state text not null check (state in ('complete', 'incomplete')),
      result_hash bytea not null,
      content bytea not null,
      data_key_id text not null,
      run uuid not null,
      computed_at timestamptz not null,
      confirmed_at timestamptz,
      confirmed_by bytea
    )
  `.execute(db);
  // One proposal and one confirmed result at most; a newer proposal stands beside what was confirmed.
  await sql`
    create unique index allowances_in_force on allowances (month, subject, standing) where standing <> 'superseded'
  `.execute(db);
  await sql`create index allowances_by_subject on allowances (subject, month)`.execute(db);
  await sql`create index allowances_by_opd on allowances (month, opd, id)`.execute(db);
  await sql`
    create table allowance_months (
      month char(7) primary key,
      rule_name text,
      rule_version text,
      rule_source text,
      is_default boolean not null,
      employees int not null,
      streams int not null,
      computed_at timestamptz not null
    )
  `.execute(db);
  await sql`
    create table allowance_sums (
      month char(7) not null references allowance_months (month) on delete cascade,
      opd text not null,
      employees int not null,
      paid bigint not null,
      computed bigint not null,
      discrepancy bigint not null,
      discrepancy_count int not null,
      incomplete_count int not null,
      primary key (month, opd)
    )
  `.execute(db);
  await sql`
    create table allowance_anomalies (
      month char(7) not null references allowance_months (month) on delete cascade,
      opd text not null,
      kind text not null,
      count int not null,
      primary key (month, opd, kind)
    )
  `.execute(db);
  await sql`
    create table reporting_days (
      day date not null,
      opd text not null,
      employees int not null,
      reported int not null,
      primary key (day, opd)
    )
  `.execute(db);
  // What the counts of a day were made of: while that is the same, they are not made again.
  await sql`
    create table reporting_marks (
      day date primary key,
      mark text not null,
      counted_at timestamptz not null
    )
  `.execute(db);
}
