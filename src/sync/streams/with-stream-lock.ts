import type { Client } from 'pg';
import type { Database } from '../../store/index.ts';

/**
 * Does work as the only one at a stream, on a connection of its own; undefined where another is at it. The lock goes
 * with the connection, so nobody waits for a worker that was killed.
 */
export async function withStreamLock<Result>(
  database: Database,
  stream: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result | undefined> {
  const client = database.createClient(`sync ${stream}`);
  client.on('error', () => undefined); // the query under way reports it
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('sync ' || $1, 0)) as locked",
      [stream],
    );
    return rows[0]?.locked ? await work(client) : undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
