import { type Kysely, sql } from 'kysely';

/** Makes the log of who looked at whose data, a partition for each month, and the place where its chain ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A primary key of a partitioned table must hold the time too: that each seq stands once is what the chain proves.
  await sql`
    create table access_log (
      seq bigint not null,
      at timestamptz not null,
      channel text not null,
      actor_kind text not null,
      actor_hash bytea not null,
      actor_sealed bytea,
      data_key_id text,
      actor_opd text,
      app text,
      subject_hash bytea not null,
      index_key_id text not null,
      reads text not null,
      purpose text not null,
      basis text not null,
      case_id text,
      outcome text not null,
      hash bytea not null,
      primary key (seq, at)
    ) partition by range (at)
  `.execute(db);
  await sql`create index access_log_by_subject on access_log (subject_hash, seq)`.execute(db);
  await sql`
    create table access_log_head (
      is_only boolean primary key default true check (is_only),
      seq bigint not null,
      hash bytea not null
    )
  `.execute(db);
  await sql`insert into access_log_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))`.execute(db);
}
