import { type Kysely, sql } from 'kysely';

/** Makes the table that counts each day's calls to systems that allow only so many. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table daily_calls (
      source text not null,
      day date not null,
      booked integer not null check (booked >= 0),
      primary key (source, day)
    )
  `.execute(db);
}
