import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Clock, systemClock } from '../base/clock.ts';
import type { BookedAttempt, LinkAttempts } from '../ports/link-book.ts';
import type { Database } from './database.ts';
import { checkKeyRing, hashSubject, hashValue, type KeyRing, type SecretKey } from './personal-data.ts';
import { withStoreErrors } from './store-error.ts';

/** Enough to mistype a name or two, too few to guess one. */
const MAX_WRONG_OF_CITIZEN = 5;
/** Whoever tries: several who guess at one number are no better. */
const MAX_WRONG_AT_NUMBER = 10;
const WINDOW_MS = 24 * 3_600_000;

// Those that another booking is deleting are left to it: two that wait for each other would both fail.
const FORGET = `
  delete from link_attempts where id in (select id from link_attempts where at <= $1 for update skip locked)`;
// The attempt that must leave the window before there is room for another one.
const OF_CITIZEN = `
  select at from link_attempts where kind = $1 and subject_hash = any($2) and at > $3
  order by at desc offset ${MAX_WRONG_OF_CITIZEN - 1} limit 1`;
const AT_NUMBER = `
  select at from link_attempts where kind = $1 and number_hash = any($2) and at > $3
  order by at desc offset ${MAX_WRONG_AT_NUMBER - 1} limit 1`;
const BOOK =
  'insert into link_attempts (id, kind, subject_hash, number_hash, index_key_id, at) values ($1, $2, $3, $4, $5, $6)';

/**
 * Creates the count of wrong proofs on the hub's database. An attempt counts from when it is booked, so that many at once
 * are no way around.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createLinkAttempts({ pool }: Database, keys: KeyRing, clock: Clock = systemClock): LinkAttempts {
  checkKeyRing(keys);
  const current = keys.index[0] as SecretKey;
  const book = async (client: PoolClient, nik: string, kind: string, number: string): Promise<BookedAttempt> => {
    const nowMs = clock.now();
    const since = new Date(nowMs - WINDOW_MS);
    const subjects = keys.index.map((key) => hashSubject(nik, key));
    const numbers = keys.index.map((key) => hashNumber(number, kind, key));
    // Always the citizen's first: two that try each other's numbers do not wait for each other.
    await lock(client, `citizen ${kind} ${subjects[0]?.toString('hex')}`);
    await lock(client, `number ${kind} ${numbers[0]?.toString('hex')}`);
    await client.query(FORGET, [since]);
    const full = [
      ...(await client.query<{ at: Date }>(OF_CITIZEN, [kind, subjects, since])).rows,
      ...(await client.query<{ at: Date }>(AT_NUMBER, [kind, numbers, since])).rows,
    ];
    if (full.length > 0) {
      const freeAtMs = Math.max(...full.map(({ at }) => at.getTime())) + WINDOW_MS;
      return { retryAfterSeconds: Math.max(1, Math.ceil((freeAtMs - nowMs) / 1000)) };
    }
    const id = randomUUID();
    await client.query(BOOK, [id, kind, subjects[0], numbers[0], current.id, new Date(nowMs)]);
    return { id };
  };
  return {
    book: (nik, kind, number) =>
      withStoreErrors(() => inTransaction(pool, (client) => book(client, nik, kind, number))),
    release: (id) =>
      withStoreErrors(async () => void (await pool.query('delete from link_attempts where id = $1', [id]))),
  };
}

/** However the number is written, with hyphens or without, it is the same one that is guessed at. */
function hashNumber(number: string, kind: string, key: SecretKey): Buffer {
  return hashValue(number.toUpperCase().replace(/[^0-9A-Z]/g, ''), `attempt ${kind}`, key);
}

async function lock(client: PoolClient, what: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
}

async function inTransaction<Result>(
  pool: Database['pool'],
  run: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
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
