import type { Pool, PoolClient } from 'pg';
import { withStoreErrors } from '../store-error.ts';

/** Runs queries in one transaction, which is undone when one of them throws. @throws HubError INTERNAL, or what is thrown within. */
export function inTransaction<Result>(pool: Pool, run: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return withStoreErrors(async () => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await run(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => {
        broken = cause;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}
