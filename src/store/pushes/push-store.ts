import { hash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Delivery, PushCounts, PushStore } from '../../ports/push-store.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, type KeyRing } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { createTurns } from './create-turns.ts';
import { findPushed, pagePushed } from './find-pushed.ts';
import { keepRows } from './keep-rows.ts';

/** Connections that deliveries hold at most, waiting for each other: all others are for people's questions. */
const DELIVERIES_AT_ONCE = 2;

/**
 * Creates the store of what systems push, on the hub's database: no row lies there in the clear.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createPushStore({ pool }: Database, keys: KeyRing): PushStore {
  checkKeyRing(keys);
  const takeTurn = createTurns(DELIVERIES_AT_ONCE);
  const accept = async (delivery: Delivery): Promise<PushCounts | 'replayed'> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const counts = (await isReplayed(client, delivery)) ? 'replayed' : await keepRows(client, keys, delivery);
      await client.query('commit');
      return counts;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    accept: (delivery) => takeTurn(() => withStoreErrors(() => accept(delivery))),
    find: (stream, lookups, limit) => withStoreErrors(() => findPushed(pool, keys, stream, lookups, limit)),
    page: (stream, after, limit) => withStoreErrors(() => pagePushed(pool, keys, stream, after, limit)),
  };
}

/** Remembers the signature in the same transaction as the rows: a delivery that failed may come again. */
async function isReplayed(client: PoolClient, { signature, refuseAgainUntilMs }: Delivery): Promise<boolean> {
  // Those that another delivery is deleting are left to it: two that wait for each other would both fail.
  await client.query(`
    delete from push_signatures where signature_hash in
      (select signature_hash from push_signatures where refuse_until < now() for update skip locked)`);
  const { rowCount } = await client.query(
    'insert into push_signatures (signature_hash, refuse_until) values ($1, $2) on conflict do nothing',
    [hash('sha256', signature, 'buffer'), new Date(refuseAgainUntilMs)],
  );
  return rowCount === 0;
}
