import type { ClientBase } from 'pg';

/** What a sweep did not see. */
export interface Missing {
  /** Copies that it did not see. */
  readonly count: number;
  /** Of them those that the sweep before did not see either. */
  readonly countAgain: number;
  /** Copies in all. */
  readonly live: number;
  /** Different keys that it noted. */
  readonly distinct: number;
}

/** Compares the copies with what a run has seen. */
export async function countMissing(client: ClientBase, stream: number, run: bigint): Promise<Missing> {
  await withJoins(client, () => client.query('analyze sync_seen'));
  return withJoins(client, async () => {
    const { rows } = await client.query<Missing>(
      `with seen as materialized (select distinct key from sync_seen where run = $2)
       select count(*) filter (where s.key is null)::int as count,
         count(*) filter (where s.key is null and c.missed > 0)::int as "countAgain",
         count(*)::int as live, (select count(*)::int from seen) as distinct
       from copies c left join seen s on s.key = c.key where c.stream = $1 and c.content is not null`,
      [stream, run],
    );
    return rows[0] as Missing;
  });
}

/** Removes the copies that a run has not seen; with `twice` only those that the sweep before missed too. */
export async function removeMissing(client: ClientBase, stream: number, run: bigint, twice: boolean): Promise<number> {
  return withJoins(client, async () => {
    await client.query(
      `update copies c set missed = 0 where c.stream = $1 and c.missed > 0
       and exists (select from sync_seen s where s.run = $2 and s.key = c.key)`,
      [stream, run],
    );
    const { rowCount } = await client.query(
      `delete from copies c where c.stream = $1 and c.content is not null and c.missed >= $3
       and not exists (select from sync_seen s where s.run = $2 and s.key = c.key)`,
      [stream, run, twice ? 1 : 0],
    );
    if (twice)
      await client.query(
        `update copies c set missed = 1 where c.stream = $1 and c.content is not null and c.missed = 0
         and not exists (select from sync_seen s where s.run = $2 and s.key = c.key)`,
        [stream, run],
      );
    return rowCount ?? 0;
  });
}

/** How many keys a run has noted: fewer than it thinks after the server has crashed. */
export async function countSeen(client: ClientBase, run: bigint): Promise<number> {
  const { rows } = await client.query<{ count: string }>('select count(*) from sync_seen where run = $1', [run]);
  return Number(rows[0]?.count);
}

export async function countCopies(client: ClientBase, stream: number): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    'select count(*) from copies where stream = $1 and content is not null',
    [stream],
  );
  return Number(rows[0]?.count);
}

/** Comparing all with all wants the joins that single pages must not use. */
async function withJoins<Result>(client: ClientBase, run: () => Promise<Result>): Promise<Result> {
  await client.query('set enable_hashjoin = on; set enable_mergejoin = on');
  try {
    return await run();
  } finally {
    await client.query('set enable_hashjoin = off; set enable_mergejoin = off').catch(() => {});
  }
}
