import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { RenewedLogin, SessionKind, WebSession, WebSessionStore } from '../../ports/web-session-store.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, type KeyRing, open, type Sealed, seal } from '../personal-data.ts';
import { createTurns } from '../pushes/create-turns.ts';
import { withStoreErrors } from '../store-error.ts';

interface SessionRow {
  readonly kind: SessionKind;
  readonly content_encrypted: Buffer;
  readonly data_key_id: string;
  readonly ends_at: Date;
  readonly idle_ends_at: Date;
}

/** Each holds a connection while the issuer answers; the rest of the hub needs the others. */
const RENEWED_AT_ONCE = 3;

const ADD = `
  insert into web_sessions (id_hash, kind, content_encrypted, data_key_id, ends_at, idle_ends_at)
  values ($1, $2, $3, $4, $5, $6)`;
const FIND = 'select * from web_sessions where id_hash = $1 and least(ends_at, idle_ends_at) > $2';
// Never back: a request that took longer must not undo what a later one has done.
const TOUCH = 'update web_sessions set idle_ends_at = greatest(idle_ends_at, $2) where id_hash = $1';
const RENEW = 'update web_sessions set content_encrypted = $2, data_key_id = $3 where id_hash = $1';
const REMOVE = 'delete from web_sessions where id_hash = $1';
const SWEEP = 'delete from web_sessions where least(ends_at, idle_ends_at) <= $1';

/**
 * Creates the store of log-in sessions on the hub's database.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createWebSessionStore({ pool }: Database, keys: KeyRing, clock: Clock = systemClock): WebSessionStore {
  checkKeyRing(keys);
  const takeTurn = createTurns(RENEWED_AT_ONCE);
  const findRow = async (client: Pick<PoolClient, 'query'>, id: Buffer, lock = '') => {
    const { rows } = await client.query<SessionRow>(FIND + lock, [id, new Date(clock.now())]);
    return rows[0] && readRow(rows[0], id, keys);
  };
  const add = async (client: PoolClient, id: Buffer, session: WebSession, replaced: string | undefined) => {
    const { bytes, dataKeyId } = sealContent(session, id, keys);
    const ends = [new Date(session.endsMs), new Date(session.idleEndsMs)];
    await client.query(ADD, [id, session.kind, bytes, dataKeyId, ...ends]);
    if (replaced !== undefined) await client.query(REMOVE, [hashOf(replaced)]);
  };
  const renewLocked = async (client: PoolClient, id: Buffer, renew: Parameters<WebSessionStore['renew']>[1]) => {
    const now = await findRow(client, id, ' for update');
    const renewed = now && (await renew(now));
    if (!renewed) return now;
    const { bytes, dataKeyId } = sealContent(renewed, id, keys);
    await client.query(RENEW, [id, bytes, dataKeyId]);
    return { ...now, ...renewed };
  };
  return {
    add: (cookie, session, replaced) =>
      withStoreErrors(() => inTransaction(pool, (client) => add(client, hashOf(cookie), session, replaced))),
    find: (cookie) => withStoreErrors(() => findRow(pool, hashOf(cookie))),
    touch: (cookie, idleEndsMs) =>
      withStoreErrors(async () => void (await pool.query(TOUCH, [hashOf(cookie), new Date(idleEndsMs)]))),
    renew: (cookie, renew) =>
      takeTurn(() =>
        withStoreErrors(() => inTransaction(pool, (client) => renewLocked(client, hashOf(cookie), renew))),
      ),
    remove: (cookie) => withStoreErrors(async () => void (await pool.query(REMOVE, [hashOf(cookie)]))),
    sweep: () => withStoreErrors(async () => (await pool.query(SWEEP, [new Date(clock.now())])).rowCount ?? 0),
  };
}

function hashOf(cookie: string): Buffer {
  return createHash('sha256').update(cookie).digest();
}

const contextOf = (id: Buffer) => ['web-session', id] as const;

function sealContent({ tokens, holder }: RenewedLogin, id: Buffer, keys: KeyRing) {
  return seal(JSON.stringify({ tokens, holder }), keys.data, contextOf(id));
}

/** Undefined for one that no key opens any more: whoever had it logs in again, which is better than a page that fails. */
function readRow(row: SessionRow, id: Buffer, keys: KeyRing): WebSession | undefined {
  const sealed = { dataKeyId: row.data_key_id, bytes: row.content_encrypted };
  const content = openContent(sealed, id, keys);
  return (
    content && { kind: row.kind, ...content, endsMs: row.ends_at.getTime(), idleEndsMs: row.idle_ends_at.getTime() }
  );
}

function openContent(sealed: Sealed, id: Buffer, keys: KeyRing): RenewedLogin | undefined {
  try {
    return JSON.parse(open(sealed, keys.data, contextOf(id))) as RenewedLogin;
  } catch (error) {
    if (error instanceof HubError) return undefined;
    throw error;
  }
}

async function inTransaction<Result>(pool: Database['pool'], run: (client: PoolClient) => Promise<Result>) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
